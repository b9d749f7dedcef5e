import type { Drawing } from '../../charts/drawing';
import { distributionDrawing } from '../../charts/distribution-drawing';
import { barsOf, trendOf } from '../../charts/of-figures';
import { svgOf, type Paint } from '../../charts/svg';
import { trendDrawing } from '../../charts/trend-drawing';
import { distributionFinding, isReached, trendFinding } from '../../domain/metrics/finding';
import { measureRow } from '../../domain/metrics/measures';
import type { SharedScope } from '../../domain/metrics/summary';
import type { CrtHistory } from '../../ports/reports';
import { html, safe, type Html } from './html';
import { figure, number, tableHtml, words } from './report-table';

/** The colors of the page, light, dark and on paper. */
const PAINT: Paint = {
  ink: 'var(--ink)',
  quiet: 'var(--quiet)',
  grid: 'var(--edge)',
  figure: 'var(--act)',
  missed: 'var(--fault)',
  goal: 'var(--quiet)',
  paper: 'var(--paper)',
};

/** A picture with its finding below; the finding is also its text for screen readers. */
function figureHtml(drawing: Drawing, finding: string): Html {
  // A drawing's markup is safe: it escapes its own texts.
  const svg = safe(svgOf(drawing, { label: finding, paint: PAINT, fontFamily: 'inherit' }));
  return html`<figure>${svg}<figcaption>${finding}</figcaption></figure>`;
}

/** A measure of Case Resolution Time over twelve months, and how the cases of the month are spread (rules ME-1, ME-2). */
export function historyHtml({ measure, points, distribution }: CrtHistory, scope: SharedScope): Html {
  const { name } = measureRow(measure);
  const { goalPercent } = distribution;
  const trend = trendFinding({ key: measure, scope, goalPercent }, points);
  const spread = distributionFinding(distribution);
  const months = tableHtml({
    caption: `${name} by month`,
    head: ['Month', 'Figure', 'Count'],
    rows: points.map((point) => [
      words(point.name),
      figure(point.percent, !isReached(point, goalPercent)),
      number(point.percent === undefined ? '–' : `${point.met} of ${point.count}`),
    ]),
  });
  return html`<h3>${name}</h3>
<div class="tables">
<div>
${figureHtml(trendDrawing(trendOf(points, goalPercent)), trend)}
${distribution.count === 0 ? html`<p>${spread}</p>` : figureHtml(distributionDrawing(barsOf(distribution)), spread)}
</div>
${months}
</div>
`;
}
