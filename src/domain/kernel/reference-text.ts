// Without 0 O 1 I L: a reference is read out over the phone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A reference of four letters and digits, like 7F3K. `pick` gives a whole number from 0 up to, and without, the one it is given. */
export const referenceText = (pick: (below: number) => number): string =>
  Array.from({ length: 4 }, () => LETTERS.charAt(pick(LETTERS.length))).join('');
