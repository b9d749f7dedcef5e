import { distributionDrawing } from '../../src/charts/distribution-drawing';
import { svgOf } from '../../src/charts/svg';
import { trendDrawing } from '../../src/charts/trend-drawing';

const paint = {
  ...{ ink: '#111111', quiet: '#222222', grid: '#333333', figure: '#444444' },
  ...{ missed: '#555555', goal: '#666666', paper: '#777777' },
};
const look = { label: 'It fell.', paint, fontFamily: 'Public Sans' };
const trend = trendDrawing({
  goalPercent: 85,
  points: [
    { label: 'Nov', percent: 88, met: true, said: '88%' },
    { label: 'Dec', percent: 79.4, met: false, said: '79.4%' },
  ],
});
const bars = distributionDrawing({
  goalDays: 1,
  bars: [
    { label: '1', count: 3, within: true },
    { label: '2+', count: 2, within: false },
  ],
});

describe('A drawing as SVG', () => {
  it('is one image to a screen reader, named by its finding', () => {
    expect(svgOf(trend, look)).toMatch(/^<svg [^>]*role="img" aria-label="It fell\."[^>]*>.*<\/svg>$/u);
  });

  it("uses only the colors given, even if a page's theme sets them", () => {
    const colors = (svg: string) =>
      new Set([...svg.matchAll(/(?:fill|stroke)="([^"]+)"/gu)].map(([, of]) => of));
    const used = colors(svgOf(trend, look) + svgOf(bars, { ...look, framed: true }));
    expect([...used].sort()).toEqual([...Object.values(paint), 'none'].sort());
    expect(svgOf(trend, { ...look, paint: { ...paint, ink: 'var(--ink)' } })).toContain('fill="var(--ink)"');
  });

  it('never turns text into markup', () => {
    const hostile = `"><script>'&\u0000`;
    const svg = svgOf(trendDrawing({ goalPercent: 85, points: [{ label: hostile, said: hostile }] }), {
      ...look,
      label: hostile,
    });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg).toContain('aria-label="&#34;&#62;&#60;script&#62;&#39;&#38; "');
  });

  it('draws a missed period and a late bar hollow, so they differ by more than color', () => {
    expect(svgOf(trend, look)).toMatch(/<polygon [^>]*fill="#777777" stroke="#555555"/u);
    expect(svgOf(bars, look)).toMatch(/<rect [^>]*fill="#777777" stroke="#555555"/u);
  });

  it("has its own background and frame if the surrounding color isn't known", () => {
    expect(svgOf(trend, look)).not.toContain('height="195" fill');
    expect(svgOf(trend, { ...look, framed: true })).toContain('height="195" fill="#777777" stroke="#333333"');
  });
});
