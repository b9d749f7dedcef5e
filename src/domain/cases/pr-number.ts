import { is, isNot, type Read } from './typed-text';

/**
 * Reads a purchase request number: 10 digits in EBS; 7 to 12 letters or digits are taken, with at least one digit,
 * so that numbers of older systems stand too.
 */
export function readPrNumber(typed: string): Read<string> {
  const number = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^(?=.*\d)[A-Z0-9]{7,12}$/.test(number)) return is(number);
  return isNot(
    `"${typed.slice(0, 40)}" is not a PR number. Give 10 digits as in EBS (7 to 12 letters or digits are taken), one PR only.`,
  );
}
