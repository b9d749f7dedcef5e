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
      'Every case that was closed in the month, at whatever level: business days from opening to closure. No state pauses them.',
    goal: 'enterpriseCrt',
  },
  'level-2-and-3-crt': {
    counts: 'Every closed case that reached Level 2 or 3: business days from opening to closure.',
    goal: 'level2And3Crt',
  },
  satisfaction: {
    counts:
      'The answers of customers, each on the day of the closure that it is about: satisfied or extremely satisfied, of those given.',
    goal: 'satisfaction',
  },
  'level-2-assignment': {
    counts: 'Cases that came to a Level 2 group: assigned to an agent within its time.',
    goal: 'level2Assignment',
  },
  'interim-response': {
    counts: 'Cases that owed the customer an interim response: sent within the time of the priority.',
    goal: 'interimResponse',
  },
  'level-3-assignment': {
    counts: 'Cases that came to a Level 3 group: assigned to an agent within the time of the priority.',
    goal: 'level3Timeliness',
  },
  'level-3-initial-update': {
    counts: 'Initial quality status updates that Level 3 owed: given within the time of the priority.',
    goal: 'level3Timeliness',
  },
  'level-3-recurring-update': {
    counts: 'Recurring status updates that Level 3 owed: each given within the time of the priority.',
    goal: 'level3Timeliness',
  },
};
