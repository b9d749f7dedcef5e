import { isNot, readText, type Read } from './typed-text';

/**
 * What fills a field without saying anything: a nod, that it was done, a pointer elsewhere, a placeholder, a key that
 * was hit, and the small words around them ("I checked it, all ok"). Words in small letters.
 */
const FILLERS: ReadonlySet<string> = new Set(
  [
    'ok okay yes yep yeah yup no nope sure fine good great alright right',
    'done check checked checking verify verified confirm confirmed seen looked',
    'see same above below ditto',
    'na nil null none nothing nada tbd tba todo unknown idk dunno applicable',
    'test testing asdf asdfgh qwerty blah foo bar xyz abc lorem ipsum',
    'a an the it this that is was are were has have been i we all as to and or not so by me my',
  ].flatMap((line) => line.split(' ')),
);

/**
 * Whether somebody else learns anything from a text: one word or number of it is no filler. The bar is low on purpose.
 * "FedMall", "released" or "12" is a finding, and what it is worth is for Level 3 to judge; a single letter, a sign, a
 * key that was held down and a nod are none.
 */
export function saysSomething(text: string): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  return (words ?? []).some((word) => /\p{N}/u.test(word) || (new Set(word).size > 1 && !FILLERS.has(word)));
}

/** Reads text of several lines that has to say something, by `saysSomething`; `right` says what would. */
export function readTelling(label: string, typed: string, right: string, max: number): Read<string> {
  const read = readText(label, typed, max);
  return !read.ok || saysSomething(read.value) ? read : isNot(saysNothing(read.value, right));
}

/** What is said at the field of a text that says nothing. */
export const saysNothing = (typed: string, right: string): string =>
  `"${Array.from(typed).slice(0, 40).join('')}" alone tells the next reader nothing. ${right}`;
