import type { Priority } from '../cases/details/details';
import type { NotLoaded, Scored, Share } from '../metrics/scorecard';
import { shownPercent } from '../metrics/figure-text';
import type { SharedScope } from '../metrics/summary';
import type { ReportMonth } from './report';
import type { Column } from './csv';
import { measureColumns } from './measure-columns';

/** The measures of one scope in a month. */
export interface ScopeFigures {
  readonly scope: SharedScope;
  readonly measures: readonly (Scored | NotLoaded)[];
}

/** One line of the file of figures: a measure of a scope, or of one priority of it. */
interface FigureRow {
  readonly scope: SharedScope;
  readonly month: ReportMonth;
  readonly measure: Scored | NotLoaded;
  readonly priority?: Priority;
  readonly share: Share;
  /** Absent for a priority: only the whole measure is compared. */
  readonly before?: Share;
}

/** The lines of a scope, in the order of the scorecard; a measure with priorities has one for each after its own. */
export const figureRows = (month: ReportMonth, { scope, measures }: ScopeFigures): readonly FigureRow[] =>
  measures.flatMap((measure): FigureRow[] => {
    const of = { scope, month, measure };
    if (measure.state === 'not-loaded') return [{ ...of, share: { count: 0, met: 0 } }];
    const priorities = (measure.byPriority ?? []).map(({ priority, ...share }) => ({
      ...of,
      priority,
      share,
    }));
    return [{ ...of, share: measure, before: measure.before }, ...priorities];
  });

const loaded = ({ measure }: FigureRow): Scored | undefined =>
  measure.state === 'not-loaded' ? undefined : measure;
const percentOf = (share: Share | undefined): number | undefined =>
  share?.percent === undefined ? undefined : shownPercent(share.percent);

function verdictOf(row: FigureRow): string {
  const measure = loaded(row);
  if (measure === undefined) return 'not loaded';
  const { count, met } = row.share;
  if (count === 0) return 'nothing to count';
  return met * 100 >= measure.goalPercent * count ? 'yes' : 'no';
}

/** The columns of the file of figures, as docs/reports.md lists them. */
export const FIGURE_COLUMNS: readonly Column<FigureRow>[] = [
  {
    name: 'scope_kind',
    meaning: 'What the row covers: enterprise, msc, or group',
    unit: '',
    source: 'the directory',
    cell: ({ scope }) => scope.kind,
  },
  {
    name: 'scope_key',
    meaning: 'Key of the MSC or assignment group; empty for the enterprise',
    unit: '',
    source: 'the directory',
    cell: ({ scope }) => (scope.kind === 'enterprise' ? undefined : scope.key),
  },
  {
    name: 'scope_name',
    meaning: 'Name of the scope',
    unit: '',
    source: 'the directory',
    cell: ({ scope }) => scope.name,
  },
  {
    name: 'period_from',
    meaning: 'First day of the month, inclusive',
    unit: 'ISO date, local days of the owning groups',
    source: 'the report',
    cell: ({ month }) => month.days.from,
  },
  {
    name: 'period_to',
    meaning: 'Last day of the month, inclusive',
    unit: 'ISO date, local days of the owning groups',
    source: 'the report',
    cell: ({ month }) => month.days.to,
  },
  ...measureColumns<FigureRow>('Key of the measure; it never changes'),
  {
    name: 'rule',
    meaning: 'The rule the measure follows',
    unit: '',
    source: 'docs/policy.md',
    cell: ({ measure }) => measure.rule,
  },
  {
    name: 'priority',
    meaning: 'The priority the row covers; empty for all priorities together',
    unit: '',
    source: 'the policy’s priority bands (CK-3)',
    cell: ({ priority }) => priority,
  },
  {
    name: 'goal_percent',
    meaning: 'The goal',
    unit: 'percent',
    source: 'the policy in force at the end of the month',
    cell: (row) => loaded(row)?.goalPercent,
  },
  {
    name: 'goal_days',
    meaning: 'The goal’s business days, for Case Resolution Time measures; empty for others',
    unit: 'business days',
    source: 'the policy in force at the end of the month',
    cell: (row) => loaded(row)?.goalDays,
  },
  {
    name: 'unit',
    meaning: 'What is counted',
    unit: '',
    source: 'domain/metrics/measures.ts',
    cell: (row) => loaded(row) && (loaded(row)?.unit ?? 'cases'),
  },
  {
    name: 'count',
    meaning: 'How many were counted; 0 means nothing to count',
    unit: 'see unit',
    source: 'the month’s totals',
    cell: (row) => loaded(row) && row.share.count,
  },
  {
    name: 'met',
    meaning: 'How many of them met the goal’s own condition (within the days, in time, satisfied)',
    unit: 'see unit',
    source: 'the month’s totals',
    cell: (row) => loaded(row) && row.share.met,
  },
  {
    name: 'percent',
    meaning: 'met as a share of count, to one decimal; empty with nothing to count',
    unit: 'percent',
    source: 'met and count',
    cell: ({ share }) => percentOf(share),
  },
  {
    name: 'count_before',
    meaning: 'count of the previous month; empty for a priority',
    unit: 'see unit',
    source: 'the previous month’s totals',
    cell: (row) => row.before?.count,
  },
  {
    name: 'met_before',
    meaning: 'met of the previous month; empty for a priority',
    unit: 'see unit',
    source: 'the previous month’s totals',
    cell: (row) => row.before?.met,
  },
  {
    name: 'percent_before',
    meaning: 'percent of the previous month; empty if there was nothing to count, and for a priority',
    unit: 'percent',
    source: 'met_before and count_before',
    cell: ({ before }) => percentOf(before),
  },
  {
    name: 'goal_met',
    meaning:
      'yes, no, nothing to count, or not loaded; calculated from met and count, not from the rounded percent',
    unit: '',
    source: 'met, count and goal_percent',
    cell: verdictOf,
  },
];
