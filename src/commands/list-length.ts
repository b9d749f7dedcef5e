/** So many cases a list shows; a card with more gets hard to read and too large to send. */
export const ROWS_SHOWN = 10;

/** The line under a list that was cut. Lists ask for one case more than they show, to know. */
export const moreThan = (found: number, narrower = 'To find more, type `find` and some words.') =>
  found > ROWS_SHOWN ? { more: `The first ${ROWS_SHOWN} are shown. ${narrower}` } : {};
