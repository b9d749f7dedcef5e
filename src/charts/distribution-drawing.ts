import { bandsOf, goalLine, heightAxis, labelsBelow, SIZE, type Plot } from './axis';
import { TEXT_SIZE, textWidth, type Drawing, type Shape } from './drawing';
import { countTicks, scaleOf } from './scale';

/** How many were resolved in a span of business days; `within` the goal or later. */
export interface Bar {
  /** As it stands below the axis: "3", "3–4", "17+". */
  readonly label: string;
  readonly count: number;
  readonly within: boolean;
}

/** A distribution of Case Resolution Time: the bars from the quickest on, those within the goal first. */
export interface Bars {
  readonly bars: readonly Bar[];
  readonly goalDays: number;
}

const PLOT: Plot = { left: 48, right: 338, top: 24, bottom: 152 };

/**
 * The distribution as bars, full where the goal was kept and empty where it was not, with the goal as a dashed line
 * between the two.
 */
export function distributionDrawing({ bars, goalDays }: Bars): Drawing {
  const ticks = countTicks(Math.max(0, ...bars.map(({ count }) => count)));
  const heightOf = scaleOf({ from: 0, to: ticks.at(-1) ?? 1 }, { start: PLOT.bottom, end: PLOT.top });
  const { band, placeOf } = bandsOf(bars.length, PLOT);
  const width = Math.min(26, band * 0.72);
  const goalAt = PLOT.left + band * bars.filter(({ within }) => within).length;
  const goal = `Goal ${goalDays} days`;
  const half = textWidth(goal) / 2;
  return {
    ...SIZE,
    shapes: [
      ...heightAxis(ticks, heightOf, PLOT, countText),
      ...bars.flatMap(({ count, within }, place): Shape[] => {
        const top = heightOf(count);
        // Even the smallest count is visible.
        const height = count === 0 ? 0 : Math.max(2, PLOT.bottom - top);
        if (height === 0) return [];
        return [
          {
            kind: 'bar',
            x: placeOf(place) - width / 2,
            y: PLOT.bottom - height,
            width,
            height,
            role: within ? 'figure' : 'missed',
            ...(within ? {} : { hollow: true }),
          },
        ];
      }),
      ...labelsBelow(bars, placeOf, PLOT),
      {
        kind: 'text',
        x: (PLOT.left + PLOT.right) / 2,
        y: PLOT.bottom + 2 + 2 * (TEXT_SIZE + 4),
        text: 'business days',
        anchor: 'middle',
        role: 'quiet',
      },
      goalLine([PLOT.top - 6, PLOT.bottom].map((y) => ({ x: goalAt, y }))),
      {
        kind: 'text',
        x: Math.min(Math.max(goalAt, half), SIZE.width - half),
        y: PLOT.top - 11,
        text: goal,
        anchor: 'middle',
        role: 'ink',
        bold: true,
      },
    ],
  };
}

/** "80", "2,500", "12.5K": never too long for the room beside the axis. */
const countText = (count: number): string =>
  count.toLocaleString('en-US', count < 10_000 ? {} : { notation: 'compact', maximumFractionDigits: 1 });
