import type { Day } from './days';

/**
 * Figures were counted again, because closures, holidays, zones, or timeframes were changed afterwards, or the program
 * counts otherwise than before (rule ME-11).
 */
export interface Recounted {
  /** Epoch milliseconds, in the case's time. */
  readonly at: number;
  /** The first and the last day of which a figure changed. */
  readonly from: Day;
  readonly to: Day;
  /** How many cases count otherwise than before. */
  readonly cases: number;
}
