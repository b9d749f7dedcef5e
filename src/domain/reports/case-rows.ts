import type { Case } from '../cases/case';
import { BUSINESS_DAY_MS } from '../calendar/calendars';
import type { MetricFact } from '../metrics/metric-fact';
import type { MeasureRow } from '../metrics/measures';
import { priorityAt } from '../policy/priority';
import type { DomainContext } from '../kernel/domain-context';
import type { Column } from './csv';
import { measureColumns } from './measure-columns';

/** One line of the file of cases: a fact as it counts for a measure, and its case. */
export interface CaseRow {
  readonly measure: Pick<MeasureRow, 'key' | 'name'>;
  /** Within how many business days the measure asks, where it does. */
  readonly goalDays?: number;
  readonly mark: MetricFact;
  /** Absent where its record cannot be read. */
  readonly case?: Case;
  readonly context: DomainContext;
}

/** A fact that was never met stands behind all that were late; it has no time of its own. */
const MAX_LATE_MS = 1e13;
/** The worst answer has 4, the best 0: see the fact of satisfaction. */
const BEST_DEGREE = 5;

const isSatisfaction = ({ mark: fact }: CaseRow): boolean => fact.list === 'satisfaction';

/** Whether the fact counts as met for the measure: within its days, or as the fact itself says. */
const isMet = ({ mark: fact, goalDays }: Pick<CaseRow, 'mark' | 'goalDays'>): boolean =>
  goalDays === undefined ? fact.met : fact.worse <= goalDays * BUSINESS_DAY_MS;

/** Business days with four decimals, rounded up, so that what is over a goal by a moment is not shown to be within it. */
function daysOf(row: CaseRow): number | undefined {
  const { worse } = row.mark;
  if (isSatisfaction(row) || Math.abs(worse) > MAX_LATE_MS) return undefined;
  return Math.ceil((worse / BUSINESS_DAY_MS) * 10_000) / 10_000;
}

const levelOf = ({ mark: { list } }: CaseRow): number | undefined => {
  const level = Number(list.split('/')[1]);
  return Number.isNaN(level) ? undefined : level;
};

function priorityOf({ mark: { list }, case: of, context }: CaseRow): string | undefined {
  const [, , own] = list.split('/');
  if (own !== undefined || of === undefined) return own;
  return priorityAt(of.details, of.highestLevel, context.policies.at(of.openedAt));
}

const instant = (at: number | undefined): string | undefined =>
  at === undefined ? undefined : `${new Date(at).toISOString().slice(0, 19)}Z`;

/** The columns of the file of cases, as docs/reports.md lists them. */
export const CASE_COLUMNS: readonly Column<CaseRow>[] = [
  {
    name: 'case_number',
    meaning: 'Case number',
    unit: '',
    source: 'the case',
    cell: ({ mark: fact }) => fact.number,
  },
  ...measureColumns<CaseRow>(
    'The measure the row counts toward; a closure at Level 2 or 3 has a row for each of two measures',
  ),
  {
    name: 'list',
    meaning: 'The list it was counted in: closed/level, clock/level/priority, or satisfaction',
    unit: '',
    source: 'domain/metrics/metric-fact.ts',
    cell: ({ mark: fact }) => fact.list,
  },
  {
    name: 'level',
    meaning: 'The level the case reached (closures) or the clock ran at; empty for an answer',
    unit: '',
    source: 'the list',
    cell: levelOf,
  },
  {
    name: 'priority',
    meaning: 'Priority at that level; for closures and answers, at the highest level the case reached',
    unit: '',
    source: 'the list, otherwise the case and the policy’s priority bands (CK-3, CK-7)',
    cell: priorityOf,
  },
  {
    name: 'msc',
    meaning: 'Key of the case’s MSC; empty for a closure counted for a group that worked the case earlier',
    unit: '',
    source: 'the case',
    cell: ({ mark: fact }) => fact.msc,
  },
  {
    name: 'group_key',
    meaning: 'The assignment group it counts for',
    unit: '',
    source: 'the case’s timeline',
    cell: ({ mark: fact }) => fact.group,
  },
  {
    name: 'group_name',
    meaning: 'The group’s name; empty if the directory no longer has it',
    unit: '',
    source: 'the directory',
    cell: ({ mark: fact, context }) => context.directory.group(fact.group)?.name,
  },
  {
    name: 'opened_at',
    meaning: 'When the case was opened',
    unit: 'ISO instant, UTC',
    source: 'the case’s timeline',
    cell: (row) => instant(row.case?.openedAt),
  },
  {
    name: 'counted_on',
    meaning:
      'The day that puts it in the month: of the closure, of the outcome, or of the closure that the answer is about',
    unit: 'ISO date, local to the group',
    source: 'the case’s timeline',
    cell: ({ mark: fact }) => fact.day,
  },
  {
    name: 'business_days',
    meaning:
      'Closures: from opening to closure. Clocks: from the due time to when it was done, negative if early, empty if it never was. Rounded up to four decimals. Empty for an answer',
    unit: 'business days of 24 hours',
    source: 'the case’s timeline and its group’s calendar (BT-1 to BT-5)',
    cell: daysOf,
  },
  {
    name: 'degree',
    meaning: 'How satisfied the customer is, from 1 (extremely dissatisfied) to 5 (extremely satisfied)',
    unit: '1 to 5',
    source: 'the customer’s answer',
    cell: (row) => (isSatisfaction(row) ? BEST_DEGREE - row.mark.worse : undefined),
  },
  {
    name: 'met',
    meaning: 'Whether it met the measure: yes or no',
    unit: '',
    source: 'business_days and the goal, otherwise the clock or the answer',
    cell: (row) => (isMet(row) ? 'yes' : 'no'),
  },
];
