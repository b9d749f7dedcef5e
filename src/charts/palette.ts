import type { Paint } from './svg';

/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [number, number, number];

/** How far a color is mixed into the paper, for the soft edges of lines and letters. */
const MIXTURES = [1, 0.5];

const rgbOf = (hex: string): Rgb => {
  const [, red = '', green = '', blue = ''] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex) ?? [];
  return [red, green, blue].map((part) => Number.parseInt(part, 16)) as unknown as Rgb;
};

/**
 * The sixteen colors or fewer in which a painted picture is kept: the paper, the grid, and each other color pure and
 * in two mixtures with the paper.
 */
export function paletteOf({ paper, grid, ...others }: Paint): readonly Rgb[] {
  const white = rgbOf(paper);
  const mixed = [...new Set(Object.values(others))].flatMap((hex) =>
    MIXTURES.map((share): Rgb => {
      const color = rgbOf(hex);
      return [0, 1, 2].map((part) =>
        Math.round((color[part] ?? 0) * share + (white[part] ?? 0) * (1 - share)),
      ) as unknown as Rgb;
    }),
  );
  return [white, rgbOf(grid), ...mixed];
}

/** Which color of the palette is nearest to a pixel; each color is looked for once. */
export function nearestIn(palette: readonly Rgb[]): (red: number, green: number, blue: number) => number {
  const known = new Map<number, number>();
  let last = { key: -1, nearest: 0 };
  return (red, green, blue) => {
    const key = (red << 16) | (green << 8) | blue;
    // Nearly always the neighbour's: most of a picture is paper.
    if (key === last.key) return last.nearest;
    const found = known.get(key) ?? look(red, green, blue);
    known.set(key, found);
    last = { key, nearest: found };
    return found;
  };

  function look(red: number, green: number, blue: number): number {
    const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
    return distances.indexOf(Math.min(...distances));
  }
}
