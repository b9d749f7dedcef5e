const TENANT = [[30, 1_000]] as const;
const CONVERSATION = [
  [7, 1_000],
  [8, 2_000],
  [60, 30_000],
  [1_800, 3_600_000],
] as const;

/** When the last of so many sends can go at the earliest, from the first, by limits of so many in so many milliseconds. */
function lastAt(sends: number, limits: readonly (readonly [number, number])[]): number {
  const at: number[] = [];
  for (let nth = 0; nth < sends; nth += 1)
    at.push(Math.max(at.at(-1) ?? 0, ...limits.map(([allowed, ms]) => (at.at(-allowed) ?? -ms) + ms)));
  return at.at(-1) ?? 0;
}

/**
 * The least time that Teams' limits leave for so many sends to each conversation, milliseconds: that of the tenant, or
 * of the conversation that needs the most. Less than either nobody can do.
 */
export const leastMs = (toEach: readonly number[]): number =>
  Math.max(
    lastAt(
      toEach.reduce((sum, sends) => sum + sends, 0),
      TENANT,
    ),
    ...toEach.map((sends) => lastAt(sends, CONVERSATION)),
  );
