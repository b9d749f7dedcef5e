import type { NumberForm } from '../../policy/policy';
import { is, isNot, type Read } from './typed-text';

/** A purchase request (PR) and a Post Award Request (PAR) are known by their numbers (rule ES-6). */
export type NumberKind = 'PR' | 'PAR';

/** Matches the prefix of a kind where the number itself follows. */
const PREFIX = { PR: /^PR(?=\d)/, PAR: /^PAR(?=\d)/ } as const satisfies Record<NumberKind, RegExp>;

/**
 * A number as the system of record keeps it (rule ES-6): without spaces, hyphens and other marks, its leading "PR" or "PAR", and leading
 * zeros; letters in upper case. Numbers are compared in this form, those of stored cases too.
 */
export const normalNumber = (kind: NumberKind, written: string): string =>
  written
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}#:.,]/gu, '')
    .toUpperCase()
    .replace(PREFIX[kind], '')
    .replace(/^0+(?=.)/, '');

/** Reads a number in the form that the policy gives (default: 8 to 10 digits), counted without leading zeros. */
export const readNumber =
  (kind: NumberKind, { min, max, letters }: NumberForm) =>
  (typed: string): Read<string> => {
    const number = normalNumber(kind, typed);
    const fits = letters ? /^(?=.*\d)[A-Z0-9]+$/.test(number) : /^\d+$/.test(number);
    if (fits && number.length >= min && number.length <= max) return is(number);
    if (number === '0')
      return isNot(`"${typed.slice(0, 40)}" is only zeros, so it isn't a valid ${kind} number.`);
    return isNot(
      `"${typed.slice(0, 40)}" isn't a valid ${kind} number. Enter ${formText({ min, max, letters })}.`,
    );
  };

/** How a number looks: "8 to 10 digits". */
export const formText = ({ min, max, letters }: Pick<NumberForm, 'min' | 'max' | 'letters'>): string =>
  `${min === max ? String(min) : `${min} to ${max}`} ${letters ? 'letters or digits' : 'digits'}`;
