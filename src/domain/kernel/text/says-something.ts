import { isNot, readText, type Read } from './typed-text';

const wordSet = (...lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(' ')));

/**
 * What fills a field without saying anything: a nod, that it was or will be done, a pointer elsewhere, a placeholder, a
 * key that was hit, and the small words around them ("I checked it, all ok"). Words in small letters.
 */
const FILLERS = wordSet(
  'ok okay yes yep yeah yup no nope sure fine good great alright right got',
  'thanks thank thx you will do soon later idea clue',
  'done check checked checking verify verified confirm confirmed seen looked',
  'see same above below ditto',
  'na nil null none nothing nada tbd tba todo unknown idk dunno applicable',
  'test testing asdf asdfgh qwerty blah foo bar xyz abc lorem ipsum',
  'a an the it this that is was are were has have been i we all as to and or not so by me my',
);

/** What hurries or commands, and what letters and closings are called: "send it now please" tells a customer nothing. */
const COMMANDS = wordSet(
  'asap now please pls plz kindly urgent urgently immediately hurry quick quickly rush force just again ahead away once',
  'go send sent close closed closing resolve resolved status update updated case mail email letter customer them him her',
  'final resolution answer reply respond submit finish finished complete completed',
);

/**
 * Whether somebody else learns anything from a text: one word or number of it is no filler. The bar is low on purpose.
 * "FedMall", "released" or "12 backordered" is a finding, and what it is worth is for Level 3 to judge; a single letter, a
 * sign, a key that was held down, a nod, and a number of one or two digits alone are none.
 */
export const saysSomething = (text: string): boolean => hasContent(text, () => false);

/** Whether a customer learns anything from a text: beside `saysSomething`, it is more than "send it", "asap" or "closed". */
export const tellsCustomer = (text: string): boolean => hasContent(text, (word) => COMMANDS.has(word));

function hasContent(text: string, isEmpty: (word: string) => boolean): boolean {
  const words = text
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu);
  const telling = (words ?? []).filter(
    (word) => /\p{N}/u.test(word) || (new Set(word).size > 1 && !FILLERS.has(word) && !isEmpty(word)),
  );
  return telling.length > 1 || telling.some((word) => !/^\p{N}{1,2}$/u.test(word));
}

/** Reads text of several lines that has to say something, by `saysSomething`; `right` says what would. */
export function readTelling(label: string, typed: string, right: string, max: number): Read<string> {
  const read = readText(label, typed, max);
  return !read.ok || saysSomething(read.value) ? read : isNot(saysNothing(read.value, right));
}

/** Reads text to the customer, which has to tell them something, by `tellsCustomer`; `right` says what would. */
export function readForCustomer(label: string, typed: string, right: string, max: number): Read<string> {
  const read = readText(label, typed, max);
  return !read.ok || tellsCustomer(read.value)
    ? read
    : isNot(`"${shortened(read.value)}" alone doesn't tell the customer anything. ${right}`);
}

/** What is said at the field of a text that says nothing. */
export const saysNothing = (typed: string, right: string): string =>
  `"${shortened(typed)}" alone doesn't tell the next reader anything. ${right}`;

const shortened = (typed: string): string => Array.from(typed).slice(0, 40).join('');
