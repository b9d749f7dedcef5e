import { comingDatesOf, doneDates, type DateRange } from '../../kernel/text/date-range';
import { askedOfLevel3 } from '../escalation/last-escalation';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import type { Level3Response } from './level-3-response';

export type ResponseKind = Level3Response['kind'];

interface ResponseWords {
  readonly name: string;
  /** The date that it needs: how it is called in a sentence, and its range. */
  readonly date?: { readonly name: string; range(subject: Case, context: DomainContext): DateRange };
  /** Said where its text is missing. */
  readonly missing: string;
}

/** Every response of Level 3 (rule L3-5). */
export const RESPONSES: Readonly<Record<ResponseKind, ResponseWords>> = {
  'engineering-support': {
    name: 'With the Engineering Support Activity',
    date: { name: 'Estimated Completion Date', range: comingDatesOf },
    missing: 'Write what the Engineering Support Activity is doing and what happens next.',
  },
  award: {
    name: 'Award',
    date: { name: 'Contract Delivery Date', range: comingDatesOf },
    missing: 'Write what was awarded, so that Level 2 can tell the customer.',
  },
  'not-procurable': { name: 'Not procurable', missing: "Explain why the item can't be procured." },
  'pr-cancelled': { name: 'PR canceled', missing: 'Explain why the PR was canceled.' },
  delay: {
    name: 'Delay',
    date: { name: 'date it is delayed until', range: comingDatesOf },
    missing: 'Write what is causing the delay and what is being done about it.',
  },
  information: { name: 'Requested information', missing: 'Write the information that Level 2 asked for.' },
  'action-taken': {
    name: 'Action taken',
    date: { name: 'date the action was taken', range: doneDates },
    missing: 'Write what was done.',
  },
  'not-possible': { name: 'Not possible', missing: "Explain why it isn't possible." },
};

const PRE_AWARD = [
  'engineering-support',
  'award',
  'not-procurable',
  'pr-cancelled',
  'delay',
] as const satisfies readonly ResponseKind[];
const OTHERWISE = [
  'information',
  'action-taken',
  'not-possible',
  'delay',
] as const satisfies readonly ResponseKind[];

/**
 * The responses that Level 3 can give to a case, by what it was last asked: DLAM 3000.05 E5 2.d is about pre-award cases
 * alone (rule L3-5).
 */
export const responsesTo = (subject: Case): readonly ResponseKind[] =>
  askedOfLevel3(subject) === 'pre-award' ? PRE_AWARD : OTHERWISE;

/** The names of some responses, by kind. */
export const responseNames = (kinds: readonly ResponseKind[]): Readonly<Record<string, string>> =>
  Object.fromEntries(kinds.map((kind) => [kind, RESPONSES[kind].name]));
