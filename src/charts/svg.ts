import { TEXT_SIZE, type Drawing, type Role, type Shape } from './drawing';

/** A color for each role, as CSS has it: "#242424", or "var(--ink)" where a page's theme is to be followed. */
export type Paint = Readonly<Record<Role, string>>;

/** An SVG's text for screen readers, and its paint. */
export interface SvgLook {
  /** The finding, in one sentence. */
  readonly label: string;
  readonly paint: Paint;
  readonly fontFamily: string;
  /** Its own background with a frame, if the page's background is not known. */
  readonly framed?: true;
}

const escaped = (text: string): string =>
  text.replace(/[<>&"']/gu, (sign) => `&#${sign.codePointAt(0) ?? 32};`).replace(/\p{Cc}/gu, ' ');
/** A tenth of a unit is finer than can be seen. */
const short = (length: number): string => String(Math.round(length * 10) / 10);

/**
 * A drawing as SVG: an image to a screen reader, named by its finding. It has proportions but no size, so a page
 * makes it as wide as it likes.
 */
export function svgOf({ width, height, shapes }: Drawing, look: SvgLook): string {
  const { paint, fontFamily } = look;
  const paper =
    look.framed === true
      ? `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" fill="${paint.paper}" stroke="${paint.grid}"/>`
      : '';
  const drawn = shapes.map((shape) => elementOf(shape, paint)).join('');
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(look.label)}" ` +
    `font-family="${escaped(fontFamily)}" font-size="${TEXT_SIZE}">${paper}${drawn}</svg>`
  );
}

function elementOf(shape: Shape, paint: Paint): string {
  const color = paint[shape.role];
  switch (shape.kind) {
    case 'line': {
      const points = shape.points.map(({ x, y }) => `${short(x)},${short(y)}`).join(' ');
      const dashes = shape.dashed === true ? ' stroke-dasharray="5 4"' : ' stroke-linejoin="round"';
      return `<polyline points="${points}" fill="none" stroke="${color}" stroke-width="${shape.width}"${dashes}/>`;
    }
    case 'dot':
      return `<circle cx="${short(shape.x)}" cy="${short(shape.y)}" r="${shape.radius}" fill="${color}"/>`;
    case 'rhombus': {
      const { x, y, radius: by } = shape;
      const corners = [
        [x, y - by],
        [x + by, y],
        [x, y + by],
        [x - by, y],
      ];
      const points = corners.map((corner) => corner.map(short).join(',')).join(' ');
      return `<polygon points="${points}" fill="${paint.paper}" stroke="${color}" stroke-width="2"/>`;
    }
    case 'bar': {
      const { x, y, width, height } = shape;
      // The edge lies inside, so that a hollow bar is no larger than a full one.
      const edge = shape.hollow === true ? Math.min(1.5, height) : 0;
      const [left, top, wide, high] = [x + edge / 2, y + edge / 2, width - edge, height - edge].map(short);
      const fill =
        edge === 0
          ? `fill="${color}"`
          : `fill="${paint.paper}" stroke="${color}" stroke-width="${short(edge)}"`;
      return `<rect x="${left}" y="${top}" width="${wide}" height="${high}" ${fill}/>`;
    }
    case 'text': {
      const { x, y, anchor, text } = shape;
      const weight = shape.bold === true ? ' font-weight="700"' : '';
      return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" fill="${color}"${weight}>${escaped(text)}</text>`;
    }
  }
}
