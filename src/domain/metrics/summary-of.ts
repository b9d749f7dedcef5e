import type { Scorecard } from './scorecard';
import type { Measure, MetricsSummary } from './summary';

/** The scorecard as the metrics card shows it: the figures, without what is not loaded. */
export function summaryOf({ scope, period, measures, open, asOf }: Scorecard): MetricsSummary {
  return {
    scope,
    period,
    measures: measures.flatMap((one): Measure[] => {
      if (one.state === 'not-loaded') return [];
      const { key, name, rule, goal, goalPercent, count, met, percent, unit, medianDays } = one;
      return [
        {
          ...{ key, name, rule, goal, goalPercent, count, met },
          ...(percent === undefined ? {} : { percent }),
          ...(unit === undefined ? {} : { unit }),
          ...(medianDays === undefined ? {} : { medianDays }),
        },
      ];
    }),
    openByAge: open.byAge,
    openCount: open.count,
    ...(asOf === undefined ? {} : { asOf }),
  };
}
