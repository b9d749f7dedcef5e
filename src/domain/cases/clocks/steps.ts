import type { Level } from '../../directory/directory';
import type { Case, Holder } from '../case';
import type { Entry } from '../timeline';

/** One entry of a timeline with who held the case before it (absent at the opening) and after it. */
export interface Step {
  readonly entry: Entry;
  readonly before: Holder | undefined;
  readonly after: Holder;
}

/** The timeline with who held the case before and after each entry. */
export const stepsOf = ({
  timeline,
  holderHistory,
}: Pick<Case, 'timeline' | 'holderHistory'>): readonly Step[] =>
  timeline.flatMap((entry, index) => {
    const after = holderHistory[index];
    return after === undefined ? [] : [{ entry, before: holderHistory[index - 1], after }];
  });

/** The first step at which the case is at a level. */
export const arrivalAt = (level: Level, steps: readonly Step[]): Step | undefined =>
  steps.find(({ after }) => after.level === level);

/**
 * The steps while the case was worked: up to its resolution or closure, and again from each reopening. What comes
 * between begins nothing and meets nothing but what ends at closure.
 */
export function workOf(steps: readonly Step[]): readonly Step[] {
  let worked = true;
  return steps.filter(({ entry }) => {
    const before = worked;
    if (entry.kind === 'reopened') {
      worked = true;
      return !before;
    }
    if (endsWork(entry)) worked = false;
    return before;
  });
}

/** Whether the work ends with the entry: the case is resolved, or closed without that. */
export const endsWork = ({ kind }: Entry): boolean => kind === 'resolved' || kind === 'closed';

/** When the case was closed; undefined while it is open, also where it was reopened since. */
export function closureOf(steps: readonly Step[]): number | undefined {
  const reopened = steps.findLastIndex(({ entry }) => entry.kind === 'reopened');
  return steps.slice(reopened + 1).find(({ entry }) => entry.kind === 'closed')?.entry.at;
}

/** The step with which the case came to whoever holds it now: a person, or a group of which nobody has it. */
export const handoverOf = (steps: readonly Step[]): Step | undefined =>
  steps.findLast(({ before, after }) => before?.assignee !== after.assignee || before?.group !== after.group);
