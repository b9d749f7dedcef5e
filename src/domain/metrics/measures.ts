import { PRIORITIES, type Priority } from '../cases/details/details';
import type { Level } from '../directory/directory';
import type { Policy } from '../policy/policy';
import type { List } from './metric-fact';
import type { Measure } from './summary';

/**
 * One measure of the scorecard: the lists that it sums, and its goal. A measure with `days` is met by the time of
 * resolution, any other by the outcomes' own. A new measure is one row here.
 */
export interface MeasureRow {
  readonly key: Measure['key'];
  readonly name: string;
  readonly rule: string;
  readonly lists: readonly List[];
  readonly goalOf: (goals: Policy['goals']) => { readonly percent: number; readonly days?: number };
  /** What is counted, in the plural; cases where it is absent: one case may owe many updates. */
  readonly unit?: string;
  /** What the goal asks of each, where it is not that it be done in time. */
  readonly asked?: string;
  /** The same lists by priority, where the measure is shown so. */
  readonly byPriority?: true;
}

type CountedClock = Extract<List, `${string}/2/low`> extends `${infer Clock}/2/low` ? Clock : never;

const closedAt = (...levels: readonly Level[]): readonly List[] =>
  levels.map((level): List => `closed/${level}`);
const outcomesOf = (clock: CountedClock, ...levels: readonly Level[]): readonly List[] =>
  levels.flatMap((level) => PRIORITIES.map((priority): List => `${clock}/${level}/${priority}`));

/** The measures in the order of the scorecard (rules ME-1 to ME-4). */
export const MEASURES: readonly MeasureRow[] = [
  {
    key: 'enterprise-crt',
    name: 'Case Resolution Time, Levels 1 to 3',
    rule: 'ME-1',
    lists: closedAt(1, 2, 3),
    goalOf: ({ enterpriseCrt }) => enterpriseCrt,
  },
  {
    key: 'level-2-and-3-crt',
    name: 'Case Resolution Time, Levels 2 and 3',
    rule: 'ME-2',
    lists: closedAt(2, 3),
    goalOf: ({ level2And3Crt }) => level2And3Crt,
  },
  {
    key: 'satisfaction',
    name: 'Customer satisfaction (CSAT)',
    rule: 'ME-3',
    lists: ['satisfaction'],
    goalOf: ({ satisfaction: { percent } }) => ({ percent }),
    unit: 'answers',
    asked: 'satisfied or extremely satisfied',
  },
  {
    key: 'level-2-assignment',
    name: 'Level 2 assignment',
    rule: 'AS-2',
    lists: outcomesOf('assignment', 2),
    goalOf: ({ level2Assignment: { percent } }) => ({ percent }),
    unit: 'assignments',
  },
  {
    key: 'interim-response',
    name: 'Level 2 interim response',
    rule: 'CK-1',
    lists: outcomesOf('interim-response', 1, 2, 3),
    goalOf: ({ interimResponse: { percent } }) => ({ percent }),
    unit: 'interim responses',
    byPriority: true,
  },
  {
    key: 'level-3-assignment',
    name: 'Level 3 assignment',
    rule: 'AS-2',
    lists: outcomesOf('assignment', 3),
    goalOf: ({ level3Timeliness: { percent } }) => ({ percent }),
    unit: 'assignments',
  },
  {
    key: 'level-3-initial-update',
    name: 'Level 3 initial update',
    rule: 'CK-5',
    lists: outcomesOf('initial-update', 1, 2, 3),
    goalOf: ({ level3Timeliness: { percent } }) => ({ percent }),
    unit: 'updates',
  },
  {
    key: 'level-3-recurring-update',
    name: 'Level 3 recurring updates',
    rule: 'CK-6',
    lists: outcomesOf('recurring-update', 1, 2, 3),
    goalOf: ({ level3Timeliness: { percent } }) => ({ percent }),
    unit: 'updates',
  },
];

/** The row of a measure. */
export function measureRow(key: Measure['key']): MeasureRow {
  const row = MEASURES.find((one) => one.key === key);
  if (row === undefined) throw new Error(`No measure ${key}`);
  return row;
}

/** The lists of one priority among those of a measure. */
export const listsOf = (row: MeasureRow, priority?: Priority): readonly List[] =>
  priority === undefined ? row.lists : row.lists.filter((list) => list.endsWith(`/${priority}`));

/** Whether a measure can be narrowed to a priority. */
export const hasPriorities = ({ lists }: MeasureRow): boolean =>
  lists.some((list) => list.split('/').length === 3);
