import type { Trend } from './scorecard';

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
