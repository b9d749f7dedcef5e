import { Resvg } from '@resvg/resvg-js';
import type { Drawing } from '../../src/charts/drawing';
import { pictureOf, svgOfPicture } from '../../src/charts/draw-pictures';
import { rasteriserOptions } from '../../src/charts/rasterise';

/** The same picture at once, for examples of cards: a running bot never waits for one. */
export function drawNow(drawing: Drawing): string {
  const { width, height, pixels } = new Resvg(svgOfPicture(drawing), rasteriserOptions()).render();
  return pictureOf({ width, height, rgba: pixels });
}
