import type { Priority } from '../details/details';
import type { Timeframe } from '../../policy/policy';
import type { ClockKind } from './clock-key';

/** One run of a clock before it is calculated in business time: when it began, who owes it, and how it ended. */
export interface Run {
  readonly kind: ClockKind;
  readonly startAt: number;
  readonly timeframe: Timeframe;
  /** The row of the table in words: "Level 2 interim response, Emergency". */
  readonly row: string;
  /**
   * The group that owed it when it began. Its calendar calculates the whole run (rule BT-4), so that a due time once
   * said does not move when the case does.
   */
  readonly startGroup: string;
  /** The group that owes it now, or owed it at its end; its channel is warned. */
  readonly group: string;
  readonly end?: RunEnd;
}

export interface RunEnd {
  readonly state: 'met' | 'void';
  readonly at: number;
}

/** Priorities as the tables write them. */
export const PRIORITY_TITLES: Readonly<Record<Priority, string>> = {
  emergency: 'Emergency',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};
