import { faultReference } from '../runtime/fault-reference';
import type { Log } from '../ports/log';
import type { Pictures } from '../ports/pictures';
import type { Drawing } from './drawing';
import { paletteOf } from './palette';
import { PICTURE_PAINT } from './picture-paint';
import { pngOf, type Pixels } from './png';
import { PICTURE_FONT } from './rasterise';
import { svgOf } from './svg';

/** How long a picture may take before the card goes without. */
const MAX_MS = 1_000;

const LOOK = { label: '', paint: PICTURE_PAINT, fontFamily: PICTURE_FONT, framed: true } as const;
const PALETTE = paletteOf(PICTURE_PAINT);

/** A drawing for the rasteriser, with its own background. */
export const svgOfPicture = (drawing: Drawing): string => svgOf(drawing, LOOK);

/** Pixels as they go into a card. */
export const pictureOf = (pixels: Pixels): string =>
  `data:image/png;base64,${pngOf(pixels, PALETTE).toString('base64')}`;

/**
 * Pictures by a rasteriser, each in so many milliseconds at most. A fault of it is logged with a reference, and is
 * never thrown.
 */
export const picturesBy = (
  rasterise: (svg: string) => Promise<Pixels>,
  log: Log,
  longestMs = MAX_MS,
): Pictures => ({
  draw: async (drawing) => {
    try {
      return pictureOf(await inTime(rasterise(svgOfPicture(drawing)), longestMs));
    } catch (error) {
      log.error({ reference: faultReference(), err: error }, 'A picture could not be drawn');
      return undefined;
    }
  },
});

async function inTime<T>(work: Promise<T>, longestMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Not drawn within ${longestMs} ms`));
    }, longestMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
