import { measureExamples } from '../examples/measure.examples';
import type { MeasureShown } from '../../../src/cards/metrics/measure-shown';
import { renderCard } from '../../../src/cards/shared/render';
import { IDS, worldAt } from '../examples/example-context';
import { nodesOf, textOf } from '../../support/card-nodes';
import type { CardNode } from '../../support/card-nodes';

const example = (name: string): MeasureShown => measureExamples.find((one) => one.name === name)!.value.shown;
const draw = (shown: MeasureShown) => renderCard({ card: 'measure', shown }, worldAt()).content;
const nodes = (card: unknown, type: string): readonly CardNode[] =>
  nodesOf(card).filter((node) => node['type'] === type);
const isChart = ({ type }: CardNode): boolean => String(type).startsWith('Chart.');

/** The properties of Teams' chart elements that are used, as its reference names them. */
const KNOWN = {
  'Chart.Line': ['type', 'title', 'xAxisTitle', 'yMin', 'yMax', 'spacing', 'data', 'fallback'],
  'Chart.VerticalBar.Grouped': [
    ...['type', 'title', 'xAxisTitle', 'yAxisTitle', 'yMax', 'stacked', 'spacing', 'data', 'fallback'],
  ],
};

/** Those of Teams' chart colours that have a contrast of 3 to 1 and more to a light card and to a dark one alike. */
const SEEN_ON_BOTH = ['categoricalLightBlue', 'sequential4', 'divergingRed', 'attention'];

describe('The card of one measure', () => {
  it('shows the metric, the goal, whether it is met in words and sign, the count behind it, and the previous period (ME-6)', () => {
    const text = textOf(draw(example('year')));
    for (const said of ['81.9%', '⚠ goal not met', 'Enterprise · October 2026']) expect(text).toContain(said);
    const facts = JSON.stringify(nodes(draw(example('year')), 'FactSet'));
    for (const said of [
      '85% in 8 business days or less · ME-1',
      '3,784 of 4,618 cases in time',
      'the same as 81.9%',
    ])
      expect(facts).toContain(said);
    expect(textOf(draw(example('nothing')))).toContain('nothing to count');
  });

  it('draws twelve periods beside the goal, and the distribution on both sides of it, as charts of numbers', () => {
    const [line, bars, ...others] = nodesOf(draw(example('year'))).filter(isChart);
    expect(others).toEqual([]);
    for (const chart of [line!, bars!]) {
      expect(Object.keys(chart).sort()).toEqual([...KNOWN[chart['type'] as keyof typeof KNOWN]].sort());
      for (const { color } of nodesOf(chart['data']).filter((node) => 'color' in node))
        expect(SEEN_ON_BOTH).toContain(color);
      for (const { y } of nodesOf(chart['data']).filter((node) => 'y' in node))
        expect(typeof y).toBe('number');
    }
    const series = (chart: CardNode) => chart['data'] as { values: { x: string; y: number }[] }[];
    expect(series(line!).map(({ values }) => values.length)).toEqual([12, 12]);
    expect(series(line!)[0]!.values.at(-1)).toEqual({ x: 'Oct', y: 81.9 });
    expect(new Set(series(line!)[1]!.values.map(({ y }) => y))).toEqual(new Set([85]));
    const within = series(bars!)[0]!.values.reduce((sum, { y }) => sum + y, 0);
    expect(within).toBe(3_784);
  });

  it("has the finding in the chart's title, for people who can't see the picture", () => {
    const card = draw(example('year'));
    const finding = 'Enterprise CRT fell from 88.1% in November 2025 to 81.9% in October 2026';
    expect(nodes(card, 'Image')[0]!['altText']).toContain(finding);
    expect(nodesOf(card).find(isChart)!['title']).toContain(finding);
  });

  it("shows the picture once instead of a chart if the client can't draw charts", () => {
    const card = draw(example('no-charts'));
    expect(nodesOf(card).filter(isChart)).toEqual([]);
    expect(nodes(card, 'Image')).toHaveLength(2);
    expect(nodes(draw(example('year')), 'Image')).toHaveLength(2);
  });

  it('shows the picture instead of a chart if there is a gap, which a chart would bridge (ME-6)', () => {
    const card = draw({ ...example('gaps'), drawsCharts: true });
    expect(nodesOf(card).filter(({ type }) => type === 'Chart.Line')).toEqual([]);
    expect(nodes(card, 'Image')).toHaveLength(2);
  });

  it('has the same data in tables, closed beside a picture and open without one (Section 508)', () => {
    const numbers = (card: unknown) =>
      nodesOf(card)
        .filter(({ id }) => String(id).endsWith('-numbers'))
        .map(({ isVisible }) => isVisible);
    expect(numbers(draw(example('year')))).toEqual([false, false]);
    expect(numbers(draw(example('no-picture')))).toEqual([true, true]);
    const card = draw(example('year'));
    const targets = nodes(card, 'Action.ToggleVisibility').flatMap((action) => action['targetElements']);
    expect(targets).toEqual(['trend-numbers', 'distribution-numbers']);
    const rows = nodes(card, 'Table').map((table) => (table['rows'] as unknown[]).length);
    expect(rows).toEqual([13, 18]);
    expect(textOf(nodes(card, 'Table')[0])).toContain('⚠ 81.9%\n3,784 of 4,618');
  });

  it('divides interim response by priority and CSAT by degree (CK-1, ME-3)', () => {
    const priorities = textOf(nodes(draw(example('priorities')), 'Table').at(-1));
    expect(priorities).toContain('High\n⚠ 96.7%\n88 of 91\nMedium\n–\nnothing to count');
    const degrees = textOf(nodes(draw(example('degrees')), 'Table').at(-1));
    expect(degrees).toContain('Extremely satisfied\n49.7%\n90 answers');
  });

  it('has room for both pictures even when everything it can say is shown, also in training (AC-4)', () => {
    for (const drawsCharts of [true, false]) {
      const { value, context } = measureExamples.find(({ name }) => name === 'fullest')!;
      const shown = { ...value.shown, drawsCharts };
      const { content } = renderCard({ ...value, shown }, { ...context, environment: 'training' });
      expect(nodes(content, 'Image').map(({ url }) => url)).toEqual(Object.values(shown.pictures));
      const tables = nodesOf(content).filter(({ id }) => String(id).endsWith('-numbers'));
      expect(tables.map(({ isVisible }) => isVisible)).toEqual([false, false]);
      expect(textOf(content)).toContain('⚠ overdue');
      expect(Buffer.byteLength(JSON.stringify(content), 'utf8')).toBeLessThan(28 * 1024);
    }
  });

  it('drops pictures before anything else if it would be too large', () => {
    const huge = `data:image/png;base64,${'A'.repeat(12_000)}`;
    const card = draw({ ...example('year'), pictures: { trend: huge, distribution: huge } });
    expect(Buffer.byteLength(JSON.stringify(card), 'utf8')).toBeLessThan(28 * 1024);
    expect(nodes(card, 'Image').length).toBeLessThan(2);
    expect(nodes(card, 'Table')).toHaveLength(2);
  });

  it.each([
    ['asked', ['Action plan AP0000003: ', '⚠ not written yet']],
    ['planned', ['Action plan AP0000003: Robin Hayes, with Supplier Operations, by Mon 30 Nov 2026']],
    [
      'overdue',
      ['Action plan AP0000003: Robin Hayes, with Supplier Operations, by Mon 30 Nov 2026 · ', '⚠ overdue'],
    ],
  ])(
    'shows the open action plan that is %s, and links to it instead of asking for another (ME-8)',
    (name, runs) => {
      const { value, context } = measureExamples.find((one) => one.name === name)!;
      for (const reached of [false, true]) {
        const shown = { ...value.shown, scored: { ...value.shown.scored, reached } };
        const card = renderCard({ card: 'measure', shown }, context).content;
        const texts = nodes(card, 'TextRun').map(({ text }) => text);
        const first = texts.indexOf(runs[0]);
        expect(texts.slice(first, first + runs.length)).toEqual(runs);
        const plans = nodes(card, 'Action.Execute').filter(({ title }) => title === 'Action plan');
        expect(plans).toMatchObject([{ verb: 'plan.list', data: { plan: 'AP0000003', page: '1' } }]);
      }
    },
  );

  it('asks for no plan for one person (ME-8)', () => {
    const scope = { kind: 'person', key: IDS.agent, name: 'Kim Lee' } as const;
    const missed = { ...example('year'), scope };
    expect(missed.scored.reached).toBe(false);
    const verbs = nodes(draw(missed), 'Action.Execute').map(({ verb }) => String(verb));
    expect(verbs.filter((verb) => verb.startsWith('plan.'))).toEqual([]);
  });

  it('leads to the cases, another goal, an action plan, and the scorecard for the same question (ME-6, ME-7, ME-8)', () => {
    const pressed = (name: string): readonly unknown[] =>
      nodes(draw(example(name)), 'Action.Execute').map(({ verb }) => verb);
    const [scored, question] = [example('gaps').scored, { scope: 'group:av-l2', period: '2026-10' }];
    expect(nodes(draw(example('gaps')), 'Action.Execute').at(-1)).toMatchObject({ data: question });
    expect(pressed('gaps').at(-1)).toBe('metrics.show');
    for (const name of ['year', 'priorities', 'degrees', 'gaps']) {
      const { count, goalDays, reached } = example(name).scored;
      expect(pressed(name).includes('metrics.cases')).toBe(count > 0);
      expect(pressed(name).includes('metrics.what-if')).toBe(goalDays !== undefined && count > 0);
      expect(pressed(name).includes('plan.new')).toBe(reached === false);
    }
    const keys = { ...question, measure: scored.key };
    expect(nodes(draw(example('gaps')), 'Action.Execute')[0]).toMatchObject({ data: keys });
  });
});
