import { BUSINESS_DAY_MS } from '../calendar/calendars';
import type { Span } from '../metrics/days';
import type { MetricFact } from '../metrics/metric-fact';
import { measureRow } from '../metrics/measures';
import type { Scored } from '../metrics/scorecard';
import type { Policy } from '../policy/policy';
import type { MonthFigure } from './plan';

/** A measure of a month's scorecard as a plan keeps it, `soFar` where the month still runs; undefined with nothing to count (rule ME-6). */
export function monthFigureOf(month: Span, scored: Scored, soFar = false): MonthFigure | undefined {
  const { count, met, goal, goalPercent, unit } = scored;
  if (count === 0) return undefined;
  return {
    month,
    ...(soFar ? { soFar } : {}),
    ...{ count, met, goal, goalPercent },
    ...(unit === undefined ? {} : { unit }),
  };
}

/** The cases of these facts that did not do what the goal asks, each once, in the order of the facts. */
export function casesMissed(
  facts: readonly MetricFact[],
  measure: Scored['key'],
  goals: Policy['goals'],
): readonly string[] {
  const { days } = measureRow(measure).goalOf(goals);
  const missed = facts.filter(({ met, worse }) =>
    days === undefined ? !met : worse > days * BUSINESS_DAY_MS,
  );
  return [...new Set(missed.map(({ number }) => number))];
}
