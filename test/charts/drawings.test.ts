import * as fc from 'fast-check';
import { distributionDrawing } from '../../src/charts/distribution-drawing';
import { TEXT_SIZE, textWidth } from '../../src/charts/drawing';
import type { At, Drawing, Shape, TextShape } from '../../src/charts/drawing';
import { trendDrawing } from '../../src/charts/trend-drawing';
import type { TrendPoint } from '../../src/charts/trend-drawing';

const texts = ({ shapes }: Drawing): readonly TextShape[] =>
  shapes.filter((shape): shape is TextShape => shape.kind === 'text');
const ofKind = <K extends Shape['kind']>(
  { shapes }: Drawing,
  kind: K,
): readonly Extract<Shape, { kind: K }>[] =>
  shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);

/** Where a text may reach from and to. */
function textSpan({ x, text, anchor }: TextShape) {
  const width = textWidth(text);
  const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return { from, to: from + width };
}

/** Where a shape reaches to. */
function cornersOf(shape: Shape): readonly At[] {
  switch (shape.kind) {
    case 'line':
      return shape.points;
    case 'dot':
    case 'rhombus':
      return [-1, 1].map((to) => ({ x: shape.x + to * shape.radius, y: shape.y + to * shape.radius }));
    case 'bar':
      return [shape, { x: shape.x + shape.width, y: shape.y + shape.height }];
    case 'text': {
      const { from, to } = textSpan(shape);
      return [
        { x: from, y: shape.y - TEXT_SIZE * 0.8 },
        { x: to, y: shape.y + TEXT_SIZE * 0.25 },
      ];
    }
  }
}

function expectInFrame(drawing: Drawing): void {
  const outside = drawing.shapes.filter((shape) =>
    cornersOf(shape).some(
      ({ x, y }) => !(x >= 0 && x <= drawing.width && y >= 0 && y <= drawing.height), // NaN is outside
    ),
  );
  expect(outside).toEqual([]);
}

function expectApart(drawing: Drawing): void {
  const all = texts(drawing);
  const onEachOther = all.flatMap((one, place) => {
    const its = textSpan(one);
    return all.slice(place + 1).flatMap((other) => {
      const span = textSpan(other);
      const besides = span.from >= its.to || its.from >= span.to;
      return besides || Math.abs(one.y - other.y) >= TEXT_SIZE ? [] : [`${one.text} on ${other.text}`];
    });
  });
  expect(onEachOther).toEqual([]);
}

const point = fc.record({
  label: fc.constantFrom('', 'Nov', '30 Nov', 'Oct–Dec', 'FY26', '28 Dec–3 Jan'),
  group: fc.constantFrom('2025', '2026', ''),
  figure: fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined }),
});
const trend = fc.record({
  goalPercent: fc.oneof(fc.constantFrom(0, 85, 100), fc.double({ min: 0, max: 100, noNaN: true })),
  points: fc.array(point, { maxLength: 14 }),
});
interface Drawn {
  readonly goalPercent: number;
  readonly points: readonly {
    readonly label: string;
    readonly group: string;
    readonly figure: number | undefined;
  }[];
}
const drawn = ({ goalPercent, points }: Drawn): Drawing =>
  trendDrawing({
    goalPercent: Math.round(goalPercent * 10) / 10,
    points: points.map(({ figure, ...labels }) => pointOf(figure, goalPercent, labels)),
  });
const pointOf = (
  figure: number | undefined,
  goal: number,
  labels: { readonly label: string; readonly group?: string } = { label: 'Nov' },
): TrendPoint => ({
  ...labels,
  said: figure === undefined ? '–' : `${figure.toFixed(1)}%`,
  ...(figure === undefined ? {} : { percent: figure, met: figure >= goal }),
});
const ofFigures = (...figures: (number | undefined)[]): Drawing =>
  trendDrawing({ goalPercent: 85, points: figures.map((figure) => pointOf(figure, 85)) });

describe('The picture of a trend', () => {
  it('stays within its frame, whatever the numbers (ME-6)', () => {
    fc.assert(fc.property(trend, (of) => expectInFrame(drawn(of))));
  });

  it('has no overlapping texts, whatever the labels (ME-6)', () => {
    fc.assert(fc.property(trend, (of) => expectApart(drawn(of))));
  });

  it('shows a period for each number, as a dot if the goal was met and a rhombus if it was missed', () => {
    const drawing = ofFigures(90, 85, 84.9, undefined, 20);
    expect(ofKind(drawing, 'dot')).toHaveLength(2);
    expect(ofKind(drawing, 'rhombus')).toHaveLength(2);
  });

  it('breaks the line where there was nothing to count (ME-6)', () => {
    const lines = (drawing: Drawing) =>
      ofKind(drawing, 'line')
        .filter(({ role }) => role === 'figure')
        .map(({ points }) => points.length);
    expect(lines(ofFigures(90, 91, undefined, 80, 81, 82))).toEqual([2, 3]);
    expect(lines(ofFigures(90, undefined, 80, undefined, 81, 82))).toEqual([2]);
    expect(lines(ofFigures(90))).toEqual([]);
    expect(lines(ofFigures(undefined, undefined))).toEqual([]);
  });

  it('is higher where the number is higher', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
        const [first, second] = [...ofKind(ofFigures(one, other), 'line')].filter(
          ({ role }) => role === 'figure',
        )[0]!.points;
        expect(Math.sign(second!.y - first!.y)).toBe(Math.sign(one - other));
      }),
    );
  });

  it('names the last number and the goal beside their lines', () => {
    const drawing = ofFigures(90, 60);
    const named = (text: string) => texts(drawing).find((one) => one.text === text)!;
    const [goal] = ofKind(drawing, 'line').filter(({ role }) => role === 'goal');
    const [rhombus] = ofKind(drawing, 'rhombus');
    expect(named('Goal 85%').y).toBeCloseTo(goal!.points[0]!.y, -1);
    expect(named('60.0%').y).toBeCloseTo(rhombus!.y, -1);
    expect(named('60.0%').bold).toBe(true);
  });

  it('always labels the period that was asked for', () => {
    fc.assert(
      fc.property(trend, (of) => {
        const last = of.points.at(-1)?.label;
        if (last !== undefined) expect(texts(drawn(of)).map(({ text }) => text)).toContain(last);
      }),
    );
  });
});

const bars = fc
  .record({
    counts: fc.array(fc.oneof(fc.nat(5), fc.nat(2_000_000)), { maxLength: 18 }),
    label: fc.constantFrom('1', '16', '3–4', '17+', '232–264'),
    within: fc.nat(18),
  })
  .map(({ counts, label, within }) => ({
    goalDays: 8,
    bars: counts.map((count, place) => ({ label, count, within: place < within })),
  }));

describe('The picture of a distribution', () => {
  it('stays within its frame, whatever the counts (ME-1)', () => {
    fc.assert(fc.property(bars, (of) => expectInFrame(distributionDrawing(of))));
  });

  it('has no overlapping texts, whatever the labels (ME-1)', () => {
    fc.assert(fc.property(bars, (of) => expectApart(distributionDrawing(of))));
  });

  it("has the goal between the filled bars that met it and the empty bars that didn't", () => {
    const counts = [3, 1, 2, 0, 4];
    const drawing = distributionDrawing({
      goalDays: 3,
      bars: counts.map((count, place) => ({ label: `${place + 1}`, count, within: place < 3 })),
    });
    const goal = ofKind(drawing, 'line').find(({ role }) => role === 'goal')!.points[0]!.x;
    const drawnBars = ofKind(drawing, 'bar');
    expect(drawnBars).toHaveLength(4);
    for (const bar of drawnBars) expect(bar.x + bar.width <= goal).toBe(bar.hollow !== true);
  });

  it('shows one case among a million', () => {
    const drawing = distributionDrawing({
      goalDays: 8,
      bars: [1_000_000, 1].map((count) => ({ label: '1', count, within: true })),
    });
    expect(Math.min(...ofKind(drawing, 'bar').map(({ height }) => height))).toBeGreaterThanOrEqual(2);
  });
});
