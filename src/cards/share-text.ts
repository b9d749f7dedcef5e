import { clip, oneLine } from './escape-text';

/** A name of a measure or a reason, in so many bytes that a card has room for all of them twice. */
export const shortName = (name: string): string => clip(oneLine(name), 50);

/** One decimal where there is one, cut and not rounded: a goal that is missed by a fraction must not look met. Not broken across lines. */
export const percentText = (percent: number): string =>
  `${Number((Math.floor(percent * 10) / 10).toFixed(1))}\u00a0%`;

/** The figure of a share, or a dash with nothing to count (rule ME-6). */
export const figureText = (percent: number | undefined): string =>
  percent === undefined ? '–' : percentText(percent);

/** A number as it is read: "12,034". */
export const numberText = (number: number): string => number.toLocaleString('en-US');

/** "1 case", "3 updates": `unit` is the plural of what is counted. */
export const counted = (count: number, unit = 'cases'): string =>
  `${numberText(count)} ${count === 1 ? unit.replace(/s$/, '') : unit}`;
