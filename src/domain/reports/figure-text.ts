/** Per cent with one decimal, cut and not rounded: a goal that is missed by a fraction must not look met. */
export const shownPercent = (percent: number): number => Math.floor(percent * 10 + 1e-9) / 10;

/** "84.9 %", which stays on one line. */
export const percentText = (percent: number): string => `${shownPercent(percent)}\u00a0%`;

/** "1 case", "12 updates"; `unit` is the plural of what is counted. */
export const countedText = (count: number, unit = 'cases'): string =>
  `${count} ${count === 1 ? unit.replace(/s$/u, '') : unit}`;

/** "a, b and c" */
export const andList = (parts: readonly string[]): string =>
  new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(parts);
