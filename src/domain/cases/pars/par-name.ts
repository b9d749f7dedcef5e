/** A PAR by its number: "PAR 20261", and "PAR-20261" where the number says so itself; "PAR" where there is no number. */
export const parName = (number: string): string =>
  /^par(?![a-z])/i.test(number) ? number : `PAR ${number}`.trimEnd();
