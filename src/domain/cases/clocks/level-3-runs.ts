import type { CaseDetails } from '../details/details';
import { priorityAt } from '../../policy/priority';
import type { Policy } from '../../policy/policy';
import { endsWork, type Step } from './steps';
import { PRIORITY_TITLES, type Run } from './run';
import { runsBetween } from './runs-between';

/**
 * What Level 3 owes Level 2 on a pre-award case (rules CK-5, CK-6): an initial quality status update from each
 * arrival at Level 3, then a further one that falls due again with each given. Both go with the case to another
 * Level 3 group, and end when it leaves Level 3 or is resolved. Level 3's response says more than an update: it meets
 * the initial one, and where it is a delay that stays with Level 3 the recurring one runs from it.
 */
export function level3Runs(steps: readonly Step[], details: CaseDetails, policy: Policy): readonly Run[] {
  const priority = priorityAt(details, 3, policy);
  return arrivalsPreAward(steps).flatMap((index) => {
    const stay = steps.slice(index);
    const initial = runsBetween(stay, INITIAL).map((span) => ({
      ...span,
      kind: 'initial-update' as const,
      timeframe: policy.clocks.initialUpdate[priority],
      row: `Level 3 initial quality status update, ${PRIORITY_TITLES[priority]}`,
    }));
    const met = initial[0]?.end?.state === 'met' ? stay.slice(stay.findIndex(INITIAL.meets)) : [];
    // Who answered and gave the case back owes nothing further.
    const stays = met[0]?.after.preAward === true;
    const recurring = (stays ? runsBetween(met, RECURRING) : []).map((span) => ({
      ...span,
      kind: 'recurring-update' as const,
      timeframe: policy.clocks.recurringUpdate[priority],
      row: `Level 3 recurring status update, ${PRIORITY_TITLES[priority]}`,
    }));
    return [...initial, ...recurring];
  });
}

/** The Level 3 group that holds the case, or that has just given it back. */
const owedBy = ({ before, after }: Step): string =>
  after.level === 3 || before === undefined ? after.group : before.group;

const updates = ({ entry }: Step): boolean => entry.kind === 'quality-update' || entry.kind === 'responded';
const leaves = ({ entry, after }: Step): boolean =>
  !after.preAward || entry.kind === 'escalated' || endsWork(entry);

const INITIAL = {
  owedBy,
  meets: updates,
  ends: (step: Step): boolean => step.entry.kind !== 'responded' && leaves(step),
  restarts: false,
};
const RECURRING = { owedBy, meets: updates, ends: leaves, restarts: true };

/** The steps at which a pre-award case comes to Level 3. */
const arrivalsPreAward = (steps: readonly Step[]): readonly number[] =>
  steps.flatMap(({ entry, after }, index) => (entry.kind === 'escalated' && after.preAward ? [index] : []));
