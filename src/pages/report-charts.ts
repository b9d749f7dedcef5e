import type { Drawing } from '../charts/drawing';
import { distributionDrawing } from '../charts/distribution-drawing';
import { svgOf } from '../charts/svg';
import type { Paint } from '../charts/svg';
import { trendDrawing } from '../charts/trend-drawing';
import { barLabel, distributionBars } from '../domain/metrics/distribution-bars';
import { periodWords } from '../domain/metrics/finding-period';
import { measureRow } from '../domain/metrics/measures';
import type { Distribution, Point } from '../domain/metrics/scorecard';
import { countedText, percentText } from '../domain/metrics/figure-text';
import type { CrtHistory } from '../ports/reports';
import { NOTHING_CELL, number, tableHtml, words } from './report-table';
import { html } from './shell';

/** The colours of the page, light, dark and on paper. */
const PAINT: Paint = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  grid: 'var(--edge)',
  figure: 'var(--act)',
  missed: 'var(--fault)',
  goal: 'var(--quiet)',
  paper: 'var(--paper)',
};

/** A picture with its finding below; the finding is its name to who does not see it. */
function figureHtml(drawing: Drawing, finding: string): string {
  const svg = svgOf(drawing, { label: finding, paint: PAINT, fontFamily: 'inherit' });
  return `<figure>${svg}<figcaption>${html(finding)}</figcaption></figure>`;
}

const isMet = ({ met, count }: Point, goalPercent: number): boolean => met * 100 >= goalPercent * count;

/** "82.2 % in November 2025, 83.1 % in October 2026; the goal of 85 % was missed in 7 of 12 months." */
function trendFinding(points: readonly Point[], goalPercent: number): string {
  const counted = points.filter(({ count }) => count > 0);
  const [first, last] = [counted[0], counted.at(-1)];
  if (first === undefined || last === undefined) return 'There was nothing to count in any of these months.';
  const missed = counted.filter((point) => !isMet(point, goalPercent)).length;
  const said = ({ percent = 0, name }: Point): string => `${percentText(percent)} in ${name}`;
  const begin = first === last ? said(last) : `${said(first)}, ${said(last)}`;
  const months = countedText(counted.length, 'months');
  const verdict = missed === 0 ? `met in all of ${months}` : `missed in ${missed} of ${months}`;
  const goal = `the goal of ${percentText(goalPercent)} was ${verdict}`;
  const empty = points.length - counted.length;
  const rest = empty === 0 ? '' : `; ${countedText(empty, 'months')} had nothing to count`;
  return `${begin}; ${goal}${rest}.`;
}

function trendHtml(points: readonly Point[], goalPercent: number): string {
  const drawing = trendDrawing({
    goalPercent,
    points: points.map((point) => {
      const { label, group } = periodWords(point.days);
      const of = { label, group, said: point.percent === undefined ? '' : percentText(point.percent) };
      return point.percent === undefined
        ? of
        : { ...of, percent: point.percent, met: isMet(point, goalPercent) };
    }),
  });
  return figureHtml(drawing, trendFinding(points, goalPercent));
}

function distributionHtml(distribution: Distribution): string {
  const { count, goalDays } = distribution;
  if (count === 0) return '<p>No case was closed in the month.</p>';
  const bars = distributionBars(distribution);
  const within = bars.reduce((sum, bar) => (bar.within ? sum + bar.count : sum), 0);
  const drawing = distributionDrawing({
    goalDays,
    bars: bars.map((bar) => ({ label: barLabel(bar), count: bar.count, within: bar.within })),
  });
  const finding = `${within} of ${countedText(count)} (${percentText((within * 100) / count)}) were closed within ${goalDays} business days.`;
  return figureHtml(drawing, finding);
}

/** A measure of Case Resolution Time over twelve months, and how the cases of the month are spread (rules ME-1, ME-2). */
export function historyHtml({ measure, points, distribution }: CrtHistory): string {
  const { name } = measureRow(measure);
  const { goalPercent } = distribution;
  const months = tableHtml({
    caption: `${name} by month`,
    head: ['Month', 'Figure', 'Number behind'],
    rows: points.map((point) => [
      words(point.name),
      point.percent === undefined
        ? NOTHING_CELL
        : { ...number(percentText(point.percent)), ...(isMet(point, goalPercent) ? {} : { isMissed: true }) },
      number(point.percent === undefined ? '–' : `${point.met} of ${point.count}`),
    ]),
  });
  return `<h3>${html(name)}</h3>
<div class="tables">
<div>
${trendHtml(points, goalPercent)}
${distributionHtml(distribution)}
</div>
${months}
</div>`;
}
