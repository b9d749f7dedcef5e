import { PRIORITIES } from '../../../src/domain/cases/details/details';
import type { Priority } from '../../../src/domain/cases/details/details';
import { AGE_BANDS } from '../../../src/domain/metrics/open-figures';
import type { OpenFigures } from '../../../src/domain/metrics/open-figures';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import type { Scorecard } from '../../../src/domain/metrics/scorecard';
import type { ActionPlan } from '../../../src/domain/plans/plan';
import type { Period } from '../../../src/domain/metrics/summary';
import type { Tallies, Tally } from '../../../src/domain/metrics/tally';
import { directoryOf } from '../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';
import { MEASURES } from '../../../src/domain/metrics/measures';
import { ASKED, aviationPlan, PLANNED } from './plan.examples';

const OCTOBER: Period = {
  from: Date.parse('2026-10-01T00:00-04:00'),
  before: Date.parse('2026-11-01T00:00-04:00'),
  name: 'October 2026',
};

/** Closures in at most 8, at most 16, and more business days. */
function closed(inEight: number, inSixteen: number, later: number): Tally {
  const count = inEight + inSixteen + later;
  const bins = Array.from({ length: 23 }, (_, day) => ({ 5: inEight, 13: inSixteen, 22: later })[day] ?? 0);
  return { count, met: count, sumMs: 0, bins };
}

/** Outcomes by priority, each as met and count. */
const outcomes = (
  clock: string,
  level: 2 | 3,
  by: Partial<Record<Priority, readonly [met: number, count: number]>>,
): Tallies =>
  Object.fromEntries(
    PRIORITIES.flatMap((priority) => {
      const [met, count] = by[priority] ?? [0, 0];
      return count === 0 ? [] : [[`${clock}/${level}/${priority}`, { met, count, sumMs: 0, bins: [] }]];
    }),
  );

const MONTH: Tallies = {
  'closed/1': closed(120, 4, 1),
  'closed/2': closed(61, 22, 4),
  'closed/3': closed(6, 9, 7),
  satisfaction: { count: 58, met: 49, sumMs: 0, bins: [] },
  ...outcomes('assignment', 2, { emergency: [4, 4], high: [22, 22], medium: [61, 61] }),
  ...outcomes('interim-response', 2, { emergency: [3, 5], high: [22, 27], medium: [88, 88] }),
  ...outcomes('assignment', 3, { high: [9, 10], low: [12, 12] }),
  ...outcomes('initial-update', 3, { high: [9, 9], low: [12, 12] }),
};

const BEFORE: Tallies = {
  'closed/1': closed(98, 9, 2),
  'closed/2': closed(70, 18, 6),
  'closed/3': closed(8, 11, 2),
  ...outcomes('assignment', 2, { high: [31, 31], low: [40, 40] }),
  ...outcomes('interim-response', 2, { emergency: [4, 4], high: [30, 34] }),
  ...outcomes('assignment', 3, { high: [9, 10], low: [12, 13] }),
  ...outcomes('initial-update', 3, { high: [9, 10] }),
};

const openOf = (
  ages: readonly number[],
  [missed = 0, warned = 0, inTime = 0]: readonly number[],
  reasons: Readonly<Record<string, number>>,
): OpenFigures => ({
  count: ages.reduce((sum, count) => sum + count, 0),
  byAge: AGE_BANDS.map(({ key, name }, place) => ({ key, name, count: ages[place] ?? 0 })),
  bySla: { missed, warned, 'in-time': inTime },
  topReasons: Object.entries(reasons).map(([key, count]) => ({
    key,
    name: (DEFAULT_POLICY.reasons as Readonly<Record<string, string>>)[key] ?? key,
    count,
  })),
});

const SCORECARD: Scorecard = {
  scope: { kind: 'msc', key: 'aviation', name: 'Aviation' },
  period: OCTOBER,
  measures: measuresOf(MONTH, BEFORE, DEFAULT_POLICY.goals),
  open: openOf([14, 22, 9, 3], [6, 5, 37], {
    expedite: 17,
    backorder: 12,
    'order-status': 9,
    quality: 6,
    other: 4,
  }),
};

const ALL_MISSED: Tallies = {
  'closed/2': closed(100, 2_000, 9_000),
  satisfaction: { count: 1, met: 0, sumMs: 0, bins: [] },
  ...outcomes('assignment', 2, { high: [8_499, 8_500] }),
  ...outcomes('interim-response', 2, {
    emergency: [0, 5],
    high: [1, 3],
    medium: [1, 2],
    low: [3_999, 4_000],
  }),
  ...outcomes('assignment', 3, { high: [9, 10] }),
  ...outcomes('initial-update', 3, { high: [9, 11] }),
  ...outcomes('recurring-update', 3, { low: [12_345, 99_999] }),
};

const LONG =
  'Hazardous Material Information and Industrial Product Support Customer Operations, Battle Creek';

/** A site of forty groups with the longest names. */
function largeWorld(): DomainContext {
  const context = worldAt();
  const [group] = context.directory.groups;
  if (group === undefined) return context;
  const groups = Array.from({ length: 40 }, (_, nth) => ({
    ...group,
    key: `L2-HAZMAT-${nth}`,
    name: `${LONG} ${nth}`,
  }));
  return { ...context, directory: directoryOf(groups, context.directory.people) };
}

const LONG_REASONS = {
  'delivery-date': 9_000,
  'supply-assistance-of-units': 800,
  backorder: 7,
  quality: 6,
  other: 5,
};

/** One under way; one that is asked for; and one with every measure, each with the longest names. */
const PLAN = aviationPlan(ASKED, PLANNED);
const ASKED_PLAN: ActionPlan = { ...aviationPlan(ASKED), id: 'AP0000004', measure: 'enterprise-crt' };
const EVERY_PLAN: readonly ActionPlan[] = MEASURES.map(({ key }, nth) => ({
  ...aviationPlan(ASKED, { ...PLANNED, who: LONG }),
  id: `AP000001${nth}`,
  measure: key,
}));
/** The day after the plans were to be done. */
const DAY_AFTER = '2026-12-01T08:00:00-05:00';

/** The scorecard as it may come: mixed, all met, all missed with the longest names, empty, behind with its counting. */
export const metricsExamples: readonly Example<'metrics'>[] = [
  { name: 'month', context: worldAt(), value: { card: 'metrics', scorecard: SCORECARD, plans: [PLAN] } },
  {
    name: 'all-met',
    context: worldAt(),
    value: {
      card: 'metrics',
      plans: [],
      scorecard: {
        ...SCORECARD,
        scope: { kind: 'enterprise', name: 'Enterprise' },
        measures: measuresOf(
          { 'closed/1': closed(17, 3, 0) },
          { 'closed/1': closed(17, 3, 0) },
          DEFAULT_POLICY.goals,
        ),
      },
    },
  },
  {
    name: 'all-missed',
    context: largeWorld(),
    value: {
      card: 'metrics',
      plans: [],
      scorecard: {
        scope: { kind: 'group', key: 'L2-HAZMAT-7', name: `${LONG} 7` },
        period: OCTOBER,
        measures: measuresOf(ALL_MISSED, MONTH, DEFAULT_POLICY.goals),
        open: openOf([12_034, 2_200, 900, 3_012], [6_000, 5_000, 7_146], LONG_REASONS),
      },
    },
  },
  {
    name: 'overdue',
    context: worldAt(DAY_AFTER),
    value: { card: 'metrics', scorecard: SCORECARD, plans: [PLAN, ASKED_PLAN] },
  },
  {
    name: 'all-planned',
    context: worldAt(),
    value: { card: 'metrics', scorecard: SCORECARD, plans: EVERY_PLAN },
  },
  {
    name: 'counting-goes-on',
    context: worldAt(),
    value: { card: 'metrics', scorecard: { ...SCORECARD, asOf: worldAt().now }, plans: [] },
  },
  {
    name: 'nothing-yet',
    context: worldAt(),
    value: {
      card: 'metrics',
      plans: [],
      scorecard: {
        scope: { kind: 'person', key: '10000000-0000-4000-8000-000000000002', name: 'Jordan Ellis' },
        period: OCTOBER,
        measures: measuresOf({}, {}, DEFAULT_POLICY.goals),
        open: openOf([], [], {}),
      },
    },
  },
];
