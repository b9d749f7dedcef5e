import { inflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { nearestIn, paletteOf } from '../../src/charts/palette';
import type { Rgb } from '../../src/charts/palette';
import { PICTURE_PAINT } from '../../src/charts/picture-paint';
import { pngOf } from '../../src/charts/png';

/** The chunks of a PNG by name, and for each pixel its place in the palette. */
function read(png: Buffer) {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const header = chunks.get('IHDR')!;
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const rows = inflateSync(chunks.get('IDAT')!);
  const row = 1 + Math.ceil(width / 2);
  const pixel = (x: number, y: number) => (rows[y * row + 1 + (x >> 1)]! >> (x % 2 === 0 ? 4 : 0)) & 15;
  return { chunks, width, height, pixel };
}

const PALETTE: readonly Rgb[] = [
  [255, 255, 255],
  [0, 0, 0],
  [200, 0, 0],
];

describe('A PNG with few colors', () => {
  it('has every pixel in its place, in the closest color', () => {
    const picture = fc
      .record({ width: fc.integer({ min: 1, max: 9 }), height: fc.integer({ min: 1, max: 5 }) })
      .chain(({ width, height }) =>
        fc
          .array(fc.constantFrom(...PALETTE.keys()), { minLength: width * height, maxLength: width * height })
          .map((places) => ({ width, height, places })),
      );
    fc.assert(
      fc.property(picture, fc.integer({ min: -30, max: 30 }), ({ width, height, places }, off) => {
        const rgba = Uint8ClampedArray.from(
          places.flatMap((place) => [...PALETTE[place]!.map((part) => part + off), 255]),
        );
        const png = read(pngOf({ width, height, rgba: new Uint8Array(rgba) }, PALETTE));
        expect([png.width, png.height]).toEqual([width, height]);
        places.forEach((place, at) => {
          expect(png.pixel(at % width, Math.floor(at / width))).toBe(place);
        });
      }),
    );
  });

  it('lists its colors, and refuses more than it has room for', () => {
    const one = { width: 1, height: 1, rgba: new Uint8Array(4) };
    expect([...read(pngOf(one, PALETTE)).chunks.get('PLTE')!]).toEqual(PALETTE.flat());
    const seventeen = Array.from({ length: 17 }, (_, part): Rgb => [part, part, part]);
    expect(() => pngOf(one, seventeen)).toThrow(RangeError);
  });
});

/** The relative luminance of WCAG 2. */
const luminance = (hex: string): number => {
  const [r, g, b] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (one: string, other: string): number => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
};

describe('The colors of a picture', () => {
  it('have enough contrast on their background: 4.5 to 1 for text, 3 to 1 for lines and signs (Section 508)', () => {
    const { ink, quiet, figure, missed, goal, paper } = PICTURE_PAINT;
    for (const text of [ink, quiet]) expect(contrast(text, paper)).toBeGreaterThanOrEqual(4.5);
    for (const line of [figure, missed, goal]) expect(contrast(line, paper)).toBeGreaterThanOrEqual(3);
  });

  it('fit in sixteen that include the pure ones', () => {
    const palette = paletteOf(PICTURE_PAINT);
    expect(palette.length).toBeLessThanOrEqual(16);
    const nearest = nearestIn(palette);
    for (const hex of Object.values(PICTURE_PAINT)) {
      const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
      expect(palette[nearest(r!, g!, b!)]).toEqual([r, g, b]);
    }
  });
});
