// What people add for the sake of a good tone, or to say that it is urgent. None of it is what a line is about.
const COURTESY = [
  'please',
  'pls',
  'plz',
  'kindly',
  'thank you very much',
  'thank you',
  'thanks a lot',
  'many thanks',
  'thanks',
  'thx',
  'cheers',
  'for me',
  'if you can',
];
const HURRY = [
  'right now',
  'right away',
  'at once',
  'now',
  'asap',
  'a.s.a.p',
  'immediately',
  'urgently',
  'quickly',
  'today',
];

const BEGINS = /^(?:(?:please|pls|plz|kindly)[\s,:!]+)+(?=\S)/iu;
const BETWEEN = ' \t\n\r,.!?;:-';

/** The line without the "please" that it begins with; a line of nothing else stays as it is. */
export const withoutPoliteStart = (line: string): string => line.replace(BEGINS, '');

/**
 * The text without the polite words that it ends with, each after a space or a mark; a text of nothing else becomes empty.
 * "now" and "asap" go too where `hurry` says so: elsewhere they may be a value.
 */
export function withoutPoliteEnd(text: string, hurry: boolean): string {
  const phrases = hurry ? [...COURTESY, ...HURRY] : COURTESY;
  const lower = text.toLowerCase();
  let kept = text.length;
  for (let end = marksEnd(lower, kept); ; end = marksEnd(lower, kept)) {
    const phrase = phrases.find((each) => standsAt(lower, each, end));
    if (phrase === undefined) return kept === text.length ? text : text.slice(0, end);
    kept = end - phrase.length;
  }
}

/** Where the text ends without the spaces and marks at its end. */
function marksEnd(text: string, from: number): number {
  let end = from;
  while (end > 0 && BETWEEN.includes(text.charAt(end - 1))) end -= 1;
  return end;
}

const standsAt = (text: string, phrase: string, end: number): boolean =>
  text.startsWith(phrase, end - phrase.length) &&
  end >= phrase.length &&
  (end === phrase.length || BETWEEN.includes(text.charAt(end - phrase.length - 1)));

/** Whether a text says nothing but "please" and the like, and "now" and the like where `hurry` says so. */
export const isOnlyPolite = (text: string, hurry: boolean): boolean =>
  text.trim() !== '' && withoutPoliteEnd(text, hurry).trim() === '';
