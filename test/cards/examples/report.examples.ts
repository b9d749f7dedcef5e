import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import type { Tallies, Tally } from '../../../src/domain/metrics/tally';
import { reportMonth } from '../../../src/domain/reports/report';
import type { Report } from '../../../src/domain/reports/report';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';

/** Cases of which so many were closed within 8, within 16, and in more business days. */
function closed(within8: number, within16: number, over: number): Tally {
  const bins = Array.from({ length: 21 }, (_, days) =>
    days === 6 ? within8 : days === 12 ? within16 : days === 20 ? over : 0,
  );
  const count = within8 + within16 + over;
  return { count, met: count, sumMs: 0, bins };
}
const done = (count: number, met: number): Tally => ({ count, met, sumMs: 0, bins: [] });

const OCTOBER: Tallies = {
  'closed/1': closed(131, 9, 2),
  'closed/2': closed(58, 6, 4),
  'closed/3': closed(9, 12, 7),
  satisfaction: done(41, 37),
  'assignment/2/high': done(96, 96),
  'interim-response/2/emergency': done(6, 6),
  'interim-response/2/high': done(71, 66),
  'assignment/3/high': done(28, 27),
  'initial-update/3/high': done(31, 29),
};
const SEPTEMBER: Tallies = {
  'closed/1': closed(120, 20, 3),
  'closed/2': closed(60, 3, 3),
  'closed/3': closed(14, 10, 3),
  satisfaction: done(37, 31),
  'assignment/2/high': done(88, 86),
  'interim-response/2/high': done(64, 61),
  'assignment/3/high': done(25, 25),
  'initial-update/3/high': done(24, 19),
};

const OPEN: Report['scorecard']['open'] = {
  count: 145,
  byAge: [
    { key: 'to-8', name: 'Up to 8', count: 88 },
    { key: 'to-16', name: 'Over 8, up to 16', count: 31 },
    { key: 'to-30', name: 'Over 16, up to 30', count: 14 },
    { key: 'aged', name: 'Over 30', count: 12 },
  ],
  bySla: { missed: 17, warned: 9, 'in-time': 119 },
  topReasons: [
    { key: 'backorder', name: 'Backorder', count: 44 },
    { key: 'expedite', name: 'Expedite request', count: 29 },
    { key: 'order-status', name: 'Order status', count: 21 },
  ],
};

const month = reportMonth(
  { from: '2026-10-01', to: '2026-10-31' },
  {
    from: Date.parse('2026-10-01T04:00:00Z'),
    before: Date.parse('2026-11-01T04:00:00Z'),
    name: 'October 2026',
  },
);
const scope = { kind: 'msc', key: 'aviation', name: 'Aviation' } as const;

function reportOf(now: Tallies, before: Tallies, open = OPEN): Report {
  const measures = measuresOf(now, before, DEFAULT_POLICY.goals);
  return {
    ...{ scope, month, madeAt: worldAt().now },
    plans: [],
    scorecard: { scope, period: month.period, measures, open },
    aged: {
      over: 30,
      count: open.byAge.at(-1)?.count ?? 0,
      byGroup: [
        { name: 'Aviation Supplier Operations', count: 7 },
        { name: 'Aviation Customer Operations', count: 5 },
      ],
    },
  };
}

const full = reportOf(OCTOBER, SEPTEMBER);
const NONE = {
  count: 0,
  byAge: OPEN.byAge.map((band) => ({ ...band, count: 0 })),
  bySla: { missed: 0, warned: 0, 'in-time': 0 },
  topReasons: [],
};

const links = {
  page: 'https://cases.example.mil/p/report/token.page',
  figures: 'https://cases.example.mil/p/report-figures/token.figures',
  cases: 'https://cases.example.mil/p/report-cases/token.cases',
  until: worldAt().now + 35 * 86_400_000,
};

/** The report as it is asked for, by itself and late, for a review, without links, and with nothing to count. */
export const reportExamples: readonly Example<'report'>[] = [
  {
    name: 'asked',
    context: worldAt(),
    value: { card: 'report', report: full, links, occasion: { kind: 'asked' } },
  },
  {
    name: 'monthly-late',
    context: worldAt(),
    value: {
      card: 'report',
      report: {
        ...full,
        plans: [
          {
            id: 'AP0000003',
            measure: 'Case Resolution Time, Levels 2 and 3',
            planned: { what: 'Two more agents', byWhen: '2026-11-20' },
            overdue: true,
          },
        ],
      },
      links,
      occasion: { kind: 'monthly' },
      lateSince: worldAt().now - 7_200_000,
    },
  },
  {
    name: 'review',
    context: worldAt(),
    value: { card: 'report', report: full, links, occasion: { kind: 'review', date: '2026-12-15' } },
  },
  {
    name: 'no-links-nothing-yet',
    context: worldAt(),
    value: {
      card: 'report',
      report: { ...reportOf({}, {}, NONE), scope: { kind: 'enterprise', name: 'Enterprise' } },
      occasion: { kind: 'asked' },
    },
  },
];
