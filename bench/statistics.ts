/** Median of figures; the middle one, or the mean of the middle two. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The figure that so large a part (0 to 1) of them does not pass. */
export function percentile(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? Number.NaN;
}

/** One line of a bench: what was measured, its figure, the other's figure, their ratio and the goal. */
export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly against: string;
  readonly ratio: number;
  readonly goal: string;
  readonly reached: boolean;
}

/** Prints rows as a table. */
export function printRows(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  console.table(
    rows.map((row) => ({
      what: row.what,
      figure: row.figure,
      against: row.against,
      ratio: row.ratio >= 10 ? row.ratio.toFixed(0) : row.ratio.toFixed(2),
      goal: row.goal,
      reached: row.reached ? 'yes' : 'NO',
    })),
  );
}
