import type { Case } from '../cases/case';
import type { Entry } from '../cases/timeline';
import { CLOCK_NAMES } from '../policy/policy';
import type { World } from '../world';
import { assignmentRuns } from './assignment-runs';
import { BUSINESS_DAY_MS } from './calendars';
import type { Clock } from './clock';
import type { ClockKey } from './clock-key';
import { stepsOf, workOf } from './custody';
import { customerRuns } from './customer-runs';
import { level3Runs } from './level-3-runs';
import { parClosureRuns, parFollowUpRuns } from './par-runs';
import { resolutionRuns } from './resolution-runs';
import type { Run } from './run';

/**
 * Every clock of a case, read from its timeline: those that run, and those that were met or ended. The figures are
 * those in force when the case was opened (rule RE-3). The nth run of a kind keeps its key and its due time however
 * the timeline grows.
 */
export function clocksOf(subject: Case, world: World): readonly Clock[] {
  const policy = world.policies.at(subject.openedAt);
  const steps = stepsOf(subject.timeline);
  const work = workOf(steps);
  const runs = [
    ...assignmentRuns(work, subject.details, policy),
    ...customerRuns(work, subject.details, policy),
    ...level3Runs(work, subject.details, policy),
    ...parFollowUpRuns(work, policy),
    ...parClosureRuns(steps, policy),
    ...resolutionRuns(steps, policy),
  ];
  const told = toldOf(subject.timeline);
  const count = new Map<string, number>();
  return runs.map((run) => {
    const nth = (count.get(run.kind) ?? 0) + 1;
    count.set(run.kind, nth);
    return clockOf(run, `${run.kind}#${nth}`, policy.warnAt, world, told);
  });
}

/**
 * The earliest moment at which a running clock warns or is missed (one millisecond after its due time, rule BT-5) and
 * the timeline does not say so yet; undefined where nothing is to come. It may lie in the past: then it is due now.
 * A clock whose breach is recorded warns no more.
 */
export function nextDueAt(subject: Case, world: World): number | undefined {
  const moments = clocksOf(subject, world).flatMap((clock) => {
    if (clock.state !== 'running' || clock.missed) return [];
    return [clock.warned ? clock.dueAt + 1 : Math.min(clock.warnAt, clock.dueAt + 1)];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
}

interface Told {
  readonly warned: ReadonlySet<ClockKey>;
  readonly missed: ReadonlySet<ClockKey>;
}

function toldOf(timeline: readonly Entry[]): Told {
  const keysOf = (kind: 'clock-warned' | 'clock-missed'): ReadonlySet<ClockKey> =>
    new Set(timeline.flatMap((entry) => (entry.kind === kind ? [entry.clock] : [])));
  return { warned: keysOf('clock-warned'), missed: keysOf('clock-missed') };
}

function clockOf(run: Run, key: ClockKey, warnShare: number, world: World, told: Told): Clock {
  const calendar = world.calendars.ofGroup(run.startGroup);
  const time = run.timeframe.days * BUSINESS_DAY_MS;
  return {
    key,
    kind: run.kind,
    ...CLOCK_NAMES[run.kind],
    group: run.group,
    startGroup: run.startGroup,
    days: run.timeframe.days,
    source: `${run.timeframe.source}, ${run.row}`,
    startAt: run.startAt,
    warnAt: calendar.add(run.startAt, Math.round(time * warnShare)),
    dueAt: calendar.add(run.startAt, time),
    state: run.end?.state ?? 'running',
    ...(run.end === undefined ? {} : { endedAt: run.end.at }),
    warned: told.warned.has(key),
    missed: told.missed.has(key),
  };
}
