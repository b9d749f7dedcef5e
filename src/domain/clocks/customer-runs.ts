import type { CaseDetails } from '../cases/details';
import { priorityAt } from '../policy/priority';
import type { Policy } from '../policy/policy';
import { arrivalAt, endsWork, type Step } from './custody';
import { PRIORITY_TITLES, type Run } from './run';
import { runsBetween, type Span } from './runs-between';

/**
 * What Level 2 owes the customer from the first arrival at Level 2 (rules CK-1, CK-2): one interim response, and a
 * status that falls due again with each one sent, through the life of the case and also while Level 3 holds it.
 * Without external contact neither applies (rule CK-4). Both end with the work; within their time nothing was owed.
 * A customer whose case is reopened waits again: the status runs anew, and the interim response if it was never sent.
 */
export function customerRuns(steps: readonly Step[], details: CaseDetails, policy: Policy): readonly Run[] {
  const arrival = arrivalAt(2, steps);
  if (arrival === undefined || !details.externalContact) return [];
  const priority = priorityAt(details, 2, policy);
  const from = steps.slice(steps.indexOf(arrival));
  const waits = [from, ...reopenings(from)];
  const recurring = waits.flatMap((wait) => runsBetween(wait, STATUS));
  const interim: Span[] = [];
  for (const wait of waits) {
    if (interim.at(-1)?.end?.state !== 'met') interim.push(...runsBetween(wait, INTERIM));
  }
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

const owedBy = ({ after }: Step): string => after.level2Group ?? after.group;
const ends = ({ entry }: Step): boolean => endsWork(entry);
const INTERIM = {
  owedBy,
  ends,
  meets: ({ entry }: Step): boolean => entry.kind === 'interim-sent',
  restarts: false,
};
const STATUS = {
  owedBy,
  ends,
  meets: ({ entry }: Step): boolean => entry.kind === 'status-sent',
  restarts: true,
};

/** What follows each reopening, which begins it. */
const reopenings = (steps: readonly Step[]): readonly (readonly Step[])[] =>
  steps.flatMap(({ entry }, index) => (entry.kind === 'reopened' ? [steps.slice(index)] : []));
