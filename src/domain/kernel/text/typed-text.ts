/** What reading one typed value gives: the value, or a message that says what is wrong and what would be right. */
export type Read<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string };

/** Reads a value. */
export const is = <T>(value: T): Read<T> => ({ ok: true, value });
/** Refuses a value, with what would be right. */
export const isNot = (message: string): Read<never> => ({ ok: false, message });

/**
 * How long texts may be, in characters, so that a card of them stays under what Teams takes. A finding is some
 * sentences, so that a whole checklist comes back in one card; more belongs into a note. A letter is a text with a reason
 * and an alternative of that length.
 */
export const TEXT_LIMITS = {
  ...{ name: 120, line: 250, finding: 600, text: 2_000, description: 4_000 },
  letter: 6_500,
} as const;

const CONTROLS = /\p{Cc}|\p{Cs}/u;
const CONTROLS_BUT_LINES = /(?![\n\t])\p{Cc}|\p{Cs}/u;

/** Reads one line of text of any script; control characters and more than `max` characters are refused. */
export function readLine(label: string, typed: string, max: number): Read<string> {
  if (CONTROLS.test(typed.trim())) {
    return isNot(`${label} has line breaks or control characters. Enter it as one line of plain text.`);
  }
  return bounded(label, typed.trim().replaceAll(/\s+/gu, ' '), max);
}

/** Reads text of several lines; line ends become `\n`. Other control characters and more than `max` are refused. */
export function readText(label: string, typed: string, max: number): Read<string> {
  const text = typed.replaceAll(/\r\n?/g, '\n').trim();
  if (CONTROLS_BUT_LINES.test(text)) {
    return isNot(`${label} has control characters. Enter it as plain text.`);
  }
  return bounded(label, text, max);
}

function bounded(label: string, text: string, max: number): Read<string> {
  const length = Array.from(text).length;
  if (length <= max) return is(text);
  return isNot(`${label} has ${length} characters. Shorten it to ${max} or fewer.`);
}
