import { bandsOf, goalLine, heightAxis, labelsBelow, SIZE, type AxisLabel, type Plot } from './axis';
import { TEXT_SIZE, textWidth, type At, type Drawing, type Shape, type TextShape } from './drawing';
import { percentTicks, scaleOf } from './scale';

/** One period of a trend ("Nov" of "2025"), the last being the one asked for. Without `percent` there was nothing to count. */
export interface TrendPoint extends AxisLabel {
  /** From 0 to 100. */
  readonly percent?: number;
  readonly met?: boolean;
  /** The figure in words: "79.4%". */
  readonly said: string;
}

/** A measure over periods of one length beside its goal, in per cent. */
export interface Trend {
  readonly points: readonly TrendPoint[];
  readonly goalPercent: number;
}

const PLOT: Plot = { left: 36, right: 280, top: 12, bottom: 156 };
/** Labels on the right are at least so far one below the other. */
const LINE = TEXT_SIZE + 4;

/**
 * The trend as a line that is broken where there was nothing to count, a dot where the goal was met, an empty rhombus
 * where it was missed, and the goal as a dashed line. The last figure and the goal are named on the right.
 */
export function trendDrawing({ points, goalPercent }: Trend): Drawing {
  const ticks = percentTicks([goalPercent, ...points.flatMap(({ percent }) => percent ?? [])]);
  const heightOf = scaleOf({ from: ticks[0] ?? 0, to: 100 }, { start: PLOT.bottom, end: PLOT.top });
  const { placeOf } = bandsOf(points.length, PLOT);
  const goalAt = heightOf(goalPercent);
  const dots = points.map(({ percent }, place): At | undefined =>
    percent === undefined ? undefined : { x: placeOf(place), y: heightOf(percent) },
  );
  return {
    ...SIZE,
    shapes: [
      ...heightAxis(ticks, heightOf, PLOT),
      ...labelsBelow(points, placeOf, PLOT),
      goalLine([PLOT.left, PLOT.right].map((x) => ({ x, y: goalAt }))),
      ...unbroken(dots).map((run): Shape => ({ kind: 'line', points: run, role: 'figure', width: 2 })),
      ...points.flatMap(({ met }, place): Shape[] => {
        const at = dots[place];
        if (at === undefined) return [];
        return met === true
          ? [{ kind: 'dot', ...at, radius: 3.5, role: 'figure' }]
          : [{ kind: 'rhombus', ...at, radius: 5, role: 'missed' }];
      }),
      ...namedOnTheRight(points.at(-1), dots.at(-1), { goalPercent, goalAt }),
    ],
  };
}

/** The runs of neighbours without a gap, of two or more: one alone is a dot and no line. */
function unbroken(dots: readonly (At | undefined)[]): readonly (readonly At[])[] {
  const runs: At[][] = [[]];
  for (const dot of dots) {
    if (dot === undefined) runs.push([]);
    else runs.at(-1)?.push(dot);
  }
  return runs.filter(({ length }) => length > 1);
}

/** The labels of the goal and of the last value, moved apart if they would overlap. */
function namedOnTheRight(
  last: TrendPoint | undefined,
  at: At | undefined,
  { goalPercent, goalAt }: { readonly goalPercent: number; readonly goalAt: number },
): readonly TextShape[] {
  const name = (text: string, y: number): TextShape => ({
    kind: 'text',
    x: Math.min(PLOT.right + 6, SIZE.width - textWidth(text)),
    y: y + TEXT_SIZE * 0.35,
    text,
    anchor: 'start',
    role: 'quiet',
  });
  const goal = `Goal ${goalPercent}%`;
  if (last === undefined || at === undefined) return [name(goal, goalAt)];
  const [figureAt, nameAt] = apart(at.y, goalAt);
  return [name(goal, nameAt), { ...name(last.said, figureAt), role: 'ink', bold: true }];
}

/** Two heights, a line apart at least and within the plot; the one that is higher stays so. */
function apart(figure: number, goal: number): readonly [number, number] {
  const missing = LINE - Math.abs(figure - goal);
  if (missing <= 0) return [figure, goal];
  const sign = figure <= goal ? -1 : 1;
  const moved = [figure + (sign * missing) / 2, goal - (sign * missing) / 2] as const;
  const over = Math.max(0, Math.max(...moved) - PLOT.bottom) - Math.max(0, PLOT.top - Math.min(...moved));
  return [moved[0] - over, moved[1] - over];
}
