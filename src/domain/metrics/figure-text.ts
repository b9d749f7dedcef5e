import type { Trend } from './scorecard';

/** Enough to tell any share of fewer than a hundred thousand cases from a whole percent. */
const MAX_DECIMALS = 4;

/** Half up, as people count by hand. Floating point can put a quotient just below an exact half. */
const rounded = (value: number, decimals: number): number =>
  Math.round((value + 1e-12) * 10 ** decimals) / 10 ** decimals;

/** Half up to one decimal: 66.666… is 66.7. */
export const toTenth = (value: number): number => rounded(value, 1);

/**
 * A percent rounded to one decimal. A goal that is missed by a fraction must not look met, nor 99.96% like all: what
 * rounding would lift onto a whole percent gets the decimals that tell the two apart (84.96, not 85).
 */
export function shownPercent(percent: number): number {
  for (let decimals = 1; decimals <= MAX_DECIMALS; decimals += 1) {
    const shown = rounded(percent, decimals);
    if (!Number.isInteger(shown) || shown <= percent + 1e-12) return shown;
  }
  return Math.floor(percent * 10 ** MAX_DECIMALS) / 10 ** MAX_DECIMALS;
}

/** "84.9%", which stays on one line. */
export const percentText = (percent: number): string => `${shownPercent(percent)}%`;

/** The figure of a share, or a dash with nothing to count (rule ME-6). */
export const figureText = (percent: number | undefined): string =>
  percent === undefined ? '–' : percentText(percent);

/** The direction against a period before, in sign and word, which stay on one line: "▲ better". */
export const TREND_TEXTS: Readonly<Record<Trend, string>> = {
  better: '▲\u00a0better',
  worse: '▼\u00a0worse',
  same: '=\u00a0the same',
};

/** The same before the figure of that period: "▲ better than", "= the same as". */
export const comparedText = (trend: Trend): string =>
  `${TREND_TEXTS[trend]} ${trend === 'same' ? 'as' : 'than'}`;

/** A number as it is read: "12,034". */
export const numberText = (number: number): string => number.toLocaleString('en-US');

/** "1 case", "3 updates": `unit` is the plural of what is counted. */
export const countedText = (count: number, unit = 'cases'): string =>
  `${numberText(count)} ${count === 1 ? unit.replace(/s$/u, '') : unit}`;
