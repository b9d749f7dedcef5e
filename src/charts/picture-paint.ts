import type { Paint } from './svg';

/**
 * The colors of a picture on its own white background with a frame, so that it works on dark and light cards.
 * Text has a contrast of 4.5 and more to the paper, lines and signs of 3 and more; the grid alone is quieter.
 */
export const PICTURE_PAINT: Paint = {
  ink: '#242424',
  quiet: '#5c5c5c',
  grid: '#d6d6d6',
  figure: '#0f4c81',
  missed: '#b10e1c',
  goal: '#5c5c5c',
  paper: '#ffffff',
};
