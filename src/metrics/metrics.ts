import { daysBefore, daysOf, type Days } from '../domain/metrics/days';
import { goalsOver } from '../domain/metrics/goals-over';
import { measureRow } from '../domain/metrics/measures';
import { distributionOf, measuresOf, scored } from '../domain/metrics/scorecard';
import { zoneOf } from '../domain/metrics/summary';
import type { Policy } from '../domain/policy/policy';
import type { Metrics, MetricsQuestion } from '../ports/metrics';
import { timeLimit, type TimeSource } from '../ports/time-source';
import { drillDown } from './drill-down';
import { catchUp, type CaughtUp } from './catch-up';
import { partyOf, pointsOf, talliesOver, triedOn } from './figures';
import { openDrillDown } from './open-drill-down';
import { openFiguresOf } from './open-counts';
import type { MetricsParts } from './parts';
import { verify } from './verify';

/** How long a question may count what changed before it is answered with what is counted so far. */
const CATCH_UP_MS = 2_000;
/** How long the follower counts before it lets a question go first. */
const SLICE_MS = 500;

/** The metrics as questions see them, and the follower that keeps them. */
export interface MetricsKept extends Metrics {
  /** Counts everything that changed; `stop` ends it early. */
  follow(stop: AbortSignal): Promise<void>;
}

/** The metrics on their stores. `wall` limits how long a query waits. */
export function metricsOf(parts: MetricsParts & { readonly wall: TimeSource }): MetricsKept {
  const { cases, wall, context } = parts;
  let turn: Promise<unknown> = Promise.resolve();
  // One at a time in a process: the next finds nothing left to do.
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const caughtUp = (): Promise<CaughtUp> => {
    const isInTime = timeLimit(wall, CATCH_UP_MS);
    return inTurn(() => catchUp(parts, isInTime));
  };
  const daysAsked = ({ scope, period }: MetricsQuestion): Days =>
    daysOf(period, zoneOf(scope, context().directory));
  /** What the scope did in the period, and in the one before. */
  const nowAndBefore = (asked: MetricsQuestion) => {
    const days = daysAsked(asked);
    const party = partyOf(asked.scope);
    return Promise.all([talliesOver(parts, party, days), talliesOver(parts, party, daysBefore(days))]);
  };
  const goalsOf = ({ period }: MetricsQuestion): Policy['goals'] => goalsOver(period, context());

  return {
    follow: async (stop) => {
      for (let before: number | undefined; ;) {
        const isInTime = timeLimit(wall, SLICE_MS);
        const { asOf } = await inTurn(() => catchUp(parts, () => !stop.aborted && isInTime()));
        // Done, told to stop, or at a case that cannot be counted now.
        if (asOf === undefined || stop.aborted || asOf === before) return;
        before = asOf;
      }
    },
    scorecard: async (asked) => {
      const standing = await caughtUp();
      const { scope, period } = asked;
      const [[now, before], open] = await Promise.all([
        nowAndBefore(asked),
        openFiguresOf(cases, scope, context()),
      ]);
      return { scope, period, measures: measuresOf(now, before, goalsOf(asked)), open, ...standing };
    },
    figure: async (asked) => {
      await caughtUp();
      const [now, before] = await nowAndBefore(asked);
      return scored(measureRow(asked.measure), now, before, goalsOf(asked), asked.priority);
    },
    series: async (asked, count) => {
      await caughtUp();
      return pointsOf(parts, asked, { days: daysAsked(asked), count }, goalsOf(asked));
    },
    distribution: async (asked, measure, upTo) => {
      await caughtUp();
      const tallies = await talliesOver(parts, partyOf(asked.scope), daysAsked(asked));
      return distributionOf(measure, tallies, goalsOf(asked), upTo);
    },
    whatIf: async (asked, measure, goal) => {
      const standing = await caughtUp();
      const days = daysAsked(asked);
      const tried = await triedOn(
        parts,
        asked.scope,
        days,
        { measure, days: goal },
        context(),
        goalsOf(asked),
      );
      return { tried, ...standing };
    },
    drillDown: async (asked, limit, next) => {
      await caughtUp();
      return drillDown(parts, asked, daysAsked(asked), limit, next);
    },
    openCases: async (asked, limit, after) => {
      await caughtUp();
      return openDrillDown(cases, asked, context(), limit, after);
    },
    verify: (period, withinMs, next) => verify(parts, period, timeLimit(wall, withinMs), next),
  };
}
