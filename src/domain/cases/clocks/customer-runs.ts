import type { CaseDetails } from '../details/details';
import type { Entry } from '../timeline';
import { priorityAt } from '../../policy/priority';
import type { Policy } from '../../policy/policy';
import { arrivalAt, endsWork, type Step } from './steps';
import type { CustomerWords } from './customer-messages';
import { PRIORITY_TITLES, type Run } from './run';
import { runsBetween, type Span } from './runs-between';

/**
 * What Level 2 owes the customer from the first arrival at Level 2 (rules CK-1, CK-2): one interim response, and a
 * status that falls due again with each one sent, through the life of the case and also while Level 3 holds it.
 * A status that is sent first says what an interim response does, and meets it. Without external contact neither applies
 * (rule CK-4, DLAM 3000.05 E4 2.h). Both end with the work; within their time nothing was owed, whatever comes later: a
 * customer whose case is reopened waits for a status anew, and never for an interim response. Where the customer turned up
 * later, both run from then on: from `since`, epoch milliseconds (rule CA-10).
 */
export function customerRuns(
  steps: readonly Step[],
  details: CaseDetails,
  policy: Policy,
  words: CustomerWords,
  since = 0,
): readonly Run[] {
  const from = owedFrom(steps, details, since);
  if (from === undefined) return [];
  const priority = priorityAt(details, 2, policy);
  const interim = interimSpans(steps, details, words, since);
  const status = { owedBy, ends, meets: meetsBy(words, 'status-sent'), restarts: true };
  const recurring = [from, ...reopenings(from)].flatMap((wait) => runsBetween(wait, status));
  return [
    ...interim.map((span) => ({
      ...span,
      kind: 'interim-response' as const,
      timeframe: policy.clocks.interimResponse[priority],
      row: `Level 2 interim response, ${PRIORITY_TITLES[priority]}`,
    })),
    ...recurring.map((span) => ({
      ...span,
      kind: 'recurring-status' as const,
      timeframe: policy.clocks.recurringStatus[priority],
      row: `Level 2 recurring quality status, ${PRIORITY_TITLES[priority]}`,
    })),
  ];
}

/** The run of the interim response, as the steps alone tell it; none where nobody waits for it. */
export function interimSpans(
  steps: readonly Step[],
  details: CaseDetails,
  words: CustomerWords,
  since = 0,
): readonly Span[] {
  const from = owedFrom(steps, details, since);
  if (from === undefined) return [];
  return runsBetween(from, {
    ...{ owedBy, ends, restarts: false },
    meets: meetsBy(words, 'interim-sent', 'status-sent'),
  });
}

/** The steps in which a customer of Level 2 waits; undefined where none does. */
function owedFrom(
  steps: readonly Step[],
  { externalContact }: CaseDetails,
  since: number,
): readonly Step[] | undefined {
  const arrival = arrivalAt(2, steps);
  if (arrival === undefined || !externalContact) return undefined;
  return steps.slice(steps.indexOf(arrival)).filter(({ entry }) => entry.at >= since);
}

const meetsBy =
  (words: CustomerWords, ...kinds: readonly Entry['kind'][]) =>
  ({ entry }: Step): boolean =>
    words.has(entry, kinds);

const owedBy = ({ after }: Step): string => after.level2OfRecord?.group ?? after.group;
const ends = ({ entry }: Step): boolean => endsWork(entry);

/** What follows each reopening, which begins it. */
const reopenings = (steps: readonly Step[]): readonly (readonly Step[])[] =>
  steps.flatMap(({ entry }, index) => (entry.kind === 'reopened' ? [steps.slice(index)] : []));
