/** What a shape means; a paint gives each its color. */
export type Role = 'ink' | 'quiet' | 'grid' | 'figure' | 'missed' | 'goal' | 'paper';

export interface At {
  readonly x: number;
  readonly y: number;
}

/** One thing that is drawn. Lengths are units of the drawing; a text's `y` is its base line. */
export type Shape =
  | {
      readonly kind: 'line';
      readonly points: readonly At[];
      readonly role: Role;
      readonly width: number;
      readonly dashed?: true;
    }
  | ({ readonly kind: 'dot'; readonly radius: number; readonly role: Role } & At)
  /** Closed and empty inside: a rhombus says "missed" without its color too. */
  | ({ readonly kind: 'rhombus'; readonly radius: number; readonly role: Role } & At)
  | ({
      readonly kind: 'bar';
      readonly width: number;
      readonly height: number;
      readonly role: Role;
      readonly hollow?: true;
    } & At)
  | ({
      readonly kind: 'text';
      readonly text: string;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly role: Role;
      readonly bold?: true;
    } & At);

export type TextShape = Extract<Shape, { kind: 'text' }>;

/** A picture before it is painted: shapes in a frame from 0, 0 to `width`, `height`. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The one size of text. */
export const TEXT_SIZE = 11;
/** No sign of the fonts that draw the pictures is wider on the average of a label. */
const WIDEST = 0.62;

/** How wide a text can be at most: what is given this room does not collide, whatever the font. */
export const textWidth = (text: string): number => text.length * TEXT_SIZE * WIDEST;
