import { crc32, deflateSync } from 'node:zlib';
import { nearestIn, type Rgb } from './palette';

/** Pixels row by row, four bytes each: red, green, blue, and how opaque, which is not looked at. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const BITS = 4;
const INDEXED = 3;

/**
 * A PNG of at most sixteen colors, four bits a pixel: a fifth of what the same picture takes in full color, so that two of
 * them find room in a card.
 */
export function pngOf({ width, height, rgba }: Pixels, palette: readonly Rgb[]): Buffer {
  if (palette.length > 2 ** BITS) throw new RangeError(`A palette of ${palette.length} colours`);
  const nearest = nearestIn(palette);
  const row = 1 + Math.ceil(width / 2);
  const rows = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (y * width + x) * 4;
      const color = nearest(rgba[from] ?? 0, rgba[from + 1] ?? 0, rgba[from + 2] ?? 0);
      // The first byte of a row says that it is not filtered; two pixels a byte follow, the left one above.
      const to = y * row + 1 + (x >> 1);
      rows[to] = (rows[to] ?? 0) | (color << (x % 2 === 0 ? 4 : 0));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([BITS, INDEXED, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
