import type { Case } from '../cases/case';
import type { Clock } from '../clocks/clock';
import type { ClockKind } from '../clocks/clock-key';
import { clocksOf } from '../clocks/clocks-of';
import { stepsOf } from '../clocks/custody';
import type { Step } from '../clocks/custody';
import type { Level } from '../people/directory';
import type { World } from '../world';

/** Where every fact of a case belongs. */
interface OfCase {
  readonly caseNumber: string;
  readonly msc: string;
}

/** A case was closed: its Case Resolution Time in business milliseconds, and everyone who worked it (rules CK-10, ME-4). */
export interface ClosureFact extends OfCase {
  readonly kind: 'closure';
  readonly at: number;
  readonly elapsedMs: number;
  readonly highestLevel: Level;
  readonly groups: readonly string[];
}

/** A clock ran out one way or the other: met at `at`, or missed at its due instant. */
export interface ClockFact extends OfCase {
  readonly kind: 'clock';
  readonly clock: ClockKind;
  readonly level: Level;
  readonly group: string;
  readonly at: number;
  readonly met: boolean;
}

/** A case is open now: its age in business milliseconds. */
export interface OpenFact extends OfCase {
  readonly kind: 'open';
  readonly group: string;
  readonly ageMs: number;
}

export type Fact = ClosureFact | ClockFact | OpenFact;

/**
 * What a case says for the metrics. Closures and outcomes stay as they are however the case goes on, so they can be
 * summed up per day and group, but that a reopened case counts as open until it is closed again; whether a case is open holds for the world's `now` alone.
 */
export function factsOf(subject: Case, world: World): readonly Fact[] {
  const steps = stepsOf(subject.timeline);
  const ofCase = { caseNumber: subject.number, msc: subject.details.msc };
  const outcomes = clocksOf(subject, world).flatMap((clock): ClockFact[] => {
    const outcome = outcomeOf(clock, world.now);
    if (outcome === undefined) return [];
    const level = levelAt(clock, steps) ?? subject.level;
    return [{ ...ofCase, kind: 'clock', clock: clock.kind, level, group: clock.group, ...outcome }];
  });
  // The same calendar as the resolution clocks': that of the group in which the case was created.
  const calendar = world.calendars.ofGroup(steps[0]?.after.group ?? subject.group);
  const age = (until: number): number => calendar.elapsed(subject.openedAt, until);
  if (subject.closedAt === undefined)
    return [...outcomes, { ...ofCase, kind: 'open', group: subject.group, ageMs: age(world.now) }];
  const closure: ClosureFact = {
    ...ofCase,
    kind: 'closure',
    at: subject.closedAt,
    elapsedMs: age(subject.closedAt),
    highestLevel: subject.highestLevel,
    groups: [...new Set(steps.map(({ after }) => after.group))],
  };
  return [...outcomes, closure];
}

/** How a clock ran out; undefined while it runs in time, and where it ended before anything was owed (rule CK-4). */
function outcomeOf(clock: Clock, now: number): { at: number; met: boolean } | undefined {
  if ((clock.endedAt ?? now) > clock.dueAt) return { at: clock.dueAt, met: false };
  if (clock.state !== 'met' || clock.endedAt === undefined) return undefined;
  return { at: clock.endedAt, met: true };
}

/** The level at which the case was when the clock began: assignment has a row for each. */
const levelAt = (clock: Clock, steps: readonly Step[]): Level | undefined =>
  steps.findLast(({ entry, after }) => entry.at === clock.startAt && after.group === clock.group)?.after
    .level;
