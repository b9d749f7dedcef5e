import type { Drawing } from '../charts/drawing';

/** Draws pictures that a card carries in itself. Implemented in `src/charts`. */
export interface Pictures {
  /**
   * The drawing as a PNG in a data URI, twice as fine as its units. Undefined if it could not be drawn, or not in time:
   * an answer never waits for a picture, nor fails because of one.
   */
  draw(drawing: Drawing): Promise<string | undefined>;
}
