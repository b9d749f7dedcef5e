import { numberText, percentText, shownPercent } from '../../domain/metrics/figure-text';
import { isReached, trendFinding } from '../../domain/metrics/finding';
import { periodWords, type PeriodWords } from '../../domain/metrics/finding-period';
import type { Share } from '../../domain/metrics/scorecard';
import { clip, oneLine } from '../shared/escape-text';
import type { MeasureShown } from './measure-shown';

/** The longest finding that a card shows. */
const FINDING_BYTES = 500;
export const findingText = (finding: string): string =>
  // A sign never stands on a line without its number.
  clip(oneLine(finding), FINDING_BYTES);

/**
 * The trend of a measure: what it shows in a sentence, then as a chart or a picture, which stand in lists of one or none,
 * then as numbers (rule ME-6).
 */
export function trendView(shown: MeasureShown, picture: string | undefined) {
  const { scored, scope, points, drawsCharts } = shown;
  const { goalPercent } = scored;
  const counted = points.filter(({ percent }) => percent !== undefined);
  const words = points.map(({ days }) => periodWords(days));
  const unit = words.at(-1)?.unit ?? 'period';
  // A chart joins what a gap parts: there the picture says the truth. One period alone is no trend.
  const isChart = drawsCharts && counted.length > 1 && counted.length === points.length;
  const names = axisNames(words);
  // The numbers stand open where neither chart nor picture is sure to be seen.
  const open = picture === undefined && counted.length > 1;
  return {
    title: `The last ${points.length} ${unit}s`,
    finding: findingText(trendFinding({ key: scored.key, scope, goalPercent }, points)),
    charts: isChart
      ? [
          {
            legend: 'Result, %',
            goal: `Goal ${goalPercent}%`,
            span: [words[0]?.name, words.at(-1)?.name].join(' to '),
            yMin: String(beginOf([goalPercent, ...counted.map(({ percent = 0 }) => percent)])),
            values: points.map(({ percent = 0 }, place) => ({
              x: names[place] ?? '',
              y: String(shownPercent(percent)),
            })),
            goals: names.map((x) => ({ x, y: String(goalPercent) })),
          },
        ]
      : [],
    pictures: picture === undefined ? [] : [{ url: picture }],
    unit: unit.charAt(0).toUpperCase() + unit.slice(1),
    // Twelve rows of nothing say no more than the sentence does.
    rows:
      counted.length === 0
        ? []
        : points.map((point, place) => shareRow(words[place]?.name ?? '', point, goalPercent)),
    open,
    closed: !open && counted.length > 0,
  };
}

/** Clients part the height of a chart in five, so that these give round numbers up to 100. */
const BEGINNINGS = [75, 50, 25] as const;

const beginOf = (figures: readonly number[]): number =>
  BEGINNINGS.find((begin) => figures.every((figure) => figure >= begin)) ?? 0;

/** Names that tell the periods apart: "Oct", with the year where two would be called alike. */
function axisNames(words: readonly PeriodWords[]): readonly string[] {
  const labels = words.map(({ label }) => label);
  if (new Set(labels).size === labels.length) return labels;
  return words.map(({ label, group }) => `${label} ${group}`);
}

/** A share as a row, with a sign of whether the goal is reached. */
export function shareRow(name: string, share: Share, goalPercent: number) {
  const { percent, met, count } = share;
  if (percent === undefined) return { name, figure: '–', behind: 'nothing to count' };
  const sign = isReached(share, goalPercent) ? '✓' : '⚠';
  return {
    name,
    figure: `${sign} ${percentText(percent)}`,
    behind: `${numberText(met)} of ${numberText(count)}`,
  };
}
