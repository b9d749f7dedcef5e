import type { CaseDetails } from '../cases/details';
import { priorityAt } from '../policy/priority';
import type { Policy } from '../policy/policy';
import type { Step } from './custody';
import { PRIORITY_TITLES, type Run } from './run';
import { runsBetween } from './runs-between';

/**
 * What Level 3 owes Level 2 on a pre-award case (rules CK-5, CK-6): an initial quality status update from each
 * arrival at Level 3, then a further one that falls due again with each given. Both go with the case to another
 * Level 3 group, and end when it leaves Level 3 or is resolved.
 */
export function level3Runs(steps: readonly Step[], details: CaseDetails, policy: Policy): readonly Run[] {
  const priority = priorityAt(details, 3, policy);
  return arrivalsPreAward(steps).flatMap((index) => {
    const stay = steps.slice(index);
    const initial = runsBetween(stay, { ...COURSE, restarts: false }).map((span) => ({
      ...span,
      kind: 'initial-update' as const,
      timeframe: policy.clocks.initialUpdate[priority],
      row: `Level 3 initial quality status update, ${PRIORITY_TITLES[priority]}`,
    }));
    const met = initial[0]?.end?.state === 'met' ? stay.findIndex(COURSE.meets) : stay.length;
    const recurring = runsBetween(stay.slice(met), { ...COURSE, restarts: true }).map((span) => ({
      ...span,
      kind: 'recurring-update' as const,
      timeframe: policy.clocks.recurringUpdate[priority],
      row: `Level 3 recurring status update, ${PRIORITY_TITLES[priority]}`,
    }));
    return [...initial, ...recurring];
  });
}

const COURSE = {
  owedBy: ({ after }: Step): string => after.group,
  meets: ({ entry }: Step): boolean => entry.kind === 'quality-update',
  ends: ({ entry, after }: Step): boolean =>
    !after.preAward || entry.kind === 'escalated' || entry.kind === 'resolved' || entry.kind === 'closed',
};

/** The steps at which a pre-award case comes to Level 3. */
const arrivalsPreAward = (steps: readonly Step[]): readonly number[] =>
  steps.flatMap(({ entry, after }, index) => (entry.kind === 'escalated' && after.preAward ? [index] : []));
