import { BUTTON_TITLES, actionsOf, mayAct, type CaseAction } from '../people/permissions';
import type { Person } from '../people/directory';
import { refusal } from '../refusal';
import { no, ok, type Result } from '../result';
import type { World } from '../world';
import { STATE_NAMES, type Case } from './case';
import type { Happening } from './timeline';
import type { Typed } from './typed-form';

/**
 * Decides what an action by a person makes of a case: what happens, or why not and what would be right.
 * Pure: the same case, words, person and world give the same answer.
 */
export type Decision = (
  subject: Case,
  typed: Typed,
  by: Person,
  world: World,
) => Result<readonly Happening[]>;

/** Whether state and level of the case allow the action now, and the person's role does. */
export function mayNow(action: CaseAction, subject: Case, by: Person, world: World): Result<true> {
  if (action === 'case.claim' || action === 'case.assign') {
    const taken = alreadyAssigned(subject, world);
    if (taken !== undefined) return taken;
  }
  if (!actionsOf(subject).includes(action)) {
    const { number, level, state } = subject;
    return no(
      refusal('wrong-state', {
        number,
        state: `${STATE_NAMES[state]}, at Level ${level}`,
        action: BUTTON_TITLES[action],
      }),
    );
  }
  return mayAct(action, by, subject, world.directory);
}

/** Of two who claim at once exactly one gets it, and the other is told who (rule AS-1). `at` is an ISO instant. */
function alreadyAssigned(subject: Case, world: World): Result<never> | undefined {
  const { assignee, number, state } = subject;
  if (assignee === undefined || state === 'resolved' || state === 'closed') return undefined;
  const since = subject.timeline.findLast((entry) => entry.kind === 'assigned')?.at ?? subject.openedAt;
  const name = world.directory.person(assignee)?.name ?? assignee;
  return no(refusal('already-assigned', { number, assignee: name, at: new Date(since).toISOString() }));
}

/** One thing happens. */
export const happens = (...happenings: readonly Happening[]): Result<readonly Happening[]> => ok(happenings);
