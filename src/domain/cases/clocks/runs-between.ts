import type { Step } from './steps';
import type { Run } from './run';

/** A run without its table: what the walk over the steps finds out. */
export type Span = Pick<Run, 'startAt' | 'startGroup' | 'group' | 'end'>;

/** How a clock goes through the steps: who owes it, what meets it, what ends it, and whether it begins again when met. */
interface Course {
  owedBy(step: Step): string;
  meets(step: Step): boolean;
  ends(step: Step): boolean;
  readonly restarts: boolean;
}

/** The runs of a clock that begins with the first of the steps, in order; the last may be running still. */
export function runsBetween(steps: readonly Step[], course: Course): readonly Span[] {
  const [first, ...rest] = steps;
  if (first === undefined) return [];
  const begin = (step: Step): Span => ({
    startAt: step.entry.at,
    startGroup: course.owedBy(step),
    group: course.owedBy(step),
  });
  const done: Span[] = [];
  let running = begin(first);
  for (const step of rest) {
    if (course.ends(step)) return [...done, { ...running, end: { state: 'void', at: step.entry.at } }];
    const group = course.owedBy(step);
    if (group !== running.group) running = { ...running, group };
    if (!course.meets(step)) continue;
    done.push({ ...running, end: { state: 'met', at: step.entry.at } });
    if (!course.restarts) return done;
    running = begin(step);
  }
  return [...done, running];
}
