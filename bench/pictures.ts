import { distributionDrawing } from '../src/charts/distribution-drawing';
import { picturesBy } from '../src/charts/draw-pictures';
import { barsOf, trendOf } from '../src/charts/of-figures';
import { rasterise } from '../src/charts/rasterise';
import { trendDrawing } from '../src/charts/trend-drawing';
import { measureExamples } from '../test/cards/examples/measure.examples';
import { renderCard } from '../src/cards/shared/render';
import { createLog } from '../src/app/logger';
import { median } from './statistics';

const ROUNDS = 100;
const WARM_UP = 10;

/** What the two pictures of a measure's card cost, and the card around them. */
async function main(): Promise<void> {
  const [example] = measureExamples;
  const distribution = example?.value.shown.distribution;
  if (example === undefined || distribution === undefined) throw new Error('No card with two pictures');
  const { value, context } = example;
  const { points, scored } = value.shown;
  const pictures = picturesBy(rasterise, createLog('error'));
  const drawn: number[] = [];
  const rendered: number[] = [];
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const began = performance.now();
    await Promise.all([
      pictures.draw(trendDrawing(trendOf(points, scored.goalPercent))),
      pictures.draw(distributionDrawing(barsOf(distribution))),
    ]);
    const between = performance.now();
    renderCard(value, context);
    if (round < WARM_UP) continue;
    drawn.push(between - began);
    rendered.push(performance.now() - between);
  }
  const bytes = Buffer.byteLength(JSON.stringify(renderCard(value, context).content), 'utf8');
  console.table({
    'two pictures, drawn and packed, ms': median(drawn).toFixed(1),
    'the card with both, rendered, ms': median(rendered).toFixed(1),
    'the card with both, KB': (bytes / 1024).toFixed(1),
  });
}

void main();
