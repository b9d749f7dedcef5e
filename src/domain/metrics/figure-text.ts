/**
 * A per cent with one decimal, cut and not rounded: a goal that is missed by a fraction must not look met. The least
 * that a double can be short of a tenth does not count.
 */
export const shownPercent = (percent: number): number => Math.floor(percent * 10 + 1e-9) / 10;

/** "84.9 %", which stays on one line. */
export const percentText = (percent: number): string => `${shownPercent(percent)}\u00a0%`;

/** The figure of a share, or a dash with nothing to count (rule ME-6). */
export const figureText = (percent: number | undefined): string =>
  percent === undefined ? '–' : percentText(percent);

/** A number as it is read: "12,034". */
export const numberText = (number: number): string => number.toLocaleString('en-US');

/** "1 case", "3 updates": `unit` is the plural of what is counted. */
export const countedText = (count: number, unit = 'cases'): string =>
  `${numberText(count)} ${count === 1 ? unit.replace(/s$/u, '') : unit}`;
