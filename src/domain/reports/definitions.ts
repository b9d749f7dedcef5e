import type { Measure } from '../metrics/summary';
import type { Policy } from '../policy/policy';

/** What a measure counts, in a sentence, and from which row of the policy its goal is. */
interface Definition {
  readonly counts: string;
  readonly goal: keyof Policy['goals'];
}

/** The measures as the report explains them; the rule and the goal stand with the figure. */
export const DEFINITIONS: Readonly<Record<Measure['key'], Definition>> = {
  'enterprise-crt': {
    counts:
      'Every case closed in the month, at any level: business days from opening to closure. No state pauses the count.',
    goal: 'enterpriseCrt',
  },
  'level-2-and-3-crt': {
    counts: 'Every closed case that reached Level 2 or 3: business days from opening to closure.',
    goal: 'level2And3Crt',
  },
  satisfaction: {
    counts:
      'Customers’ answers, each counted on the day its case was closed: how many are satisfied or extremely satisfied.',
    goal: 'satisfaction',
  },
  'level-2-assignment': {
    counts: 'Cases that came to a Level 2 group: assigned to an agent within the timeframe.',
    goal: 'level2Assignment',
  },
  'interim-response': {
    counts: 'Cases that owed the customer an interim response: sent within the timeframe for the priority.',
    goal: 'interimResponse',
  },
  'level-3-assignment': {
    counts: 'Cases that came to a Level 3 group: assigned to an agent within the timeframe for the priority.',
    goal: 'level3Timeliness',
  },
  'level-3-initial-update': {
    counts: 'Initial quality status updates that Level 3 owed: sent within the timeframe for the priority.',
    goal: 'level3Timeliness',
  },
  'level-3-recurring-update': {
    counts: 'Recurring status updates that Level 3 owed: each sent within the timeframe for the priority.',
    goal: 'level3Timeliness',
  },
};
