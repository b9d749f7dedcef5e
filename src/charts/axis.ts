import { TEXT_SIZE, textWidth, type At, type Shape, type TextShape } from './drawing';

/** Where the figures are drawn within a picture. */
export interface Plot {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The frame of every picture. */
export const SIZE = { width: 360, height: 196 } as const;

/** The width of `count` bands side by side, and the middle of each. */
export function bandsOf(count: number, { left, right }: Plot) {
  const band = (right - left) / Math.max(1, count);
  return { band, placeOf: (place: number): number => left + band * (place + 0.5) };
}

/** The goal as a dashed line. */
export const goalLine = (points: readonly At[]): Shape => ({
  kind: 'line',
  points,
  role: 'goal',
  width: 1.5,
  dashed: true,
});

/** The least distance between two labels of an axis. */
const BETWEEN = 4;

/** Quiet lines at the ticks, each with its number on the left. */
export const heightAxis = (
  ticks: readonly number[],
  heightOf: (tick: number) => number,
  { left, right }: Plot,
  said: (tick: number) => string = String,
): readonly Shape[] =>
  ticks.flatMap((tick): Shape[] => {
    const y = heightOf(tick);
    return [
      { kind: 'line', points: [left, right].map((x) => ({ x, y })), role: 'grid', width: 1 },
      {
        kind: 'text',
        x: left - 6,
        y: y + TEXT_SIZE * 0.35,
        text: said(tick),
        anchor: 'end',
        role: 'quiet',
      },
    ];
  });

/** A label below an axis, and what its neighbours have in common with it: the month, and the year. */
export interface AxisLabel {
  readonly label: string;
  readonly group?: string;
}

/**
 * Labels below an axis, thinned out if there is no room for all; the last one, which is what was
 * asked, is always shown. Below the first shown label of each group is the group's name, the latest ones first if there is
 * no room for all.
 */
export function labelsBelow(
  labels: readonly AxisLabel[],
  placeOf: (place: number) => number,
  { bottom }: Plot,
): readonly TextShape[] {
  const widest = Math.max(0, ...labels.map(({ label }) => textWidth(label))) + BETWEEN;
  const apart = labels.length < 2 ? widest : placeOf(1) - placeOf(0);
  const every = Math.max(1, Math.ceil(widest / apart));
  const last = labels.length - 1;
  const standing = labels.flatMap((one, place) =>
    (last - place) % every === 0 ? [{ ...one, x: placeOf(place) }] : [],
  );
  const below = (text: string, x: number, line: 1 | 2): TextShape => ({
    ...{ kind: 'text', x, y: bottom + 2 + line * (TEXT_SIZE + 3), text },
    ...{ anchor: 'middle', role: 'quiet' },
  });
  const groups: TextShape[] = [];
  let free = Infinity;
  for (const [place, { group = '', x }] of [...standing.entries()].reverse()) {
    const half = textWidth(group) / 2;
    if (group === '' || group === standing[place - 1]?.group || x + half + BETWEEN > free) continue;
    free = x - half;
    groups.unshift(below(group, x, 2));
  }
  return [...standing.map(({ label, x }) => below(label, x, 1)), ...groups];
}
