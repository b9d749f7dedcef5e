import type { Typed } from '../command';
import { isOnlyPolite, withoutPoliteEnd } from './polite-words';

/** Whether a command is about a record that its line names, as its usage shows: "close CS0000001". */
export const takesRecord = ({ usage }: Pick<Typed, 'usage'>): boolean => /(?:CS|MR|PB|AP)0*1/u.test(usage);

/**
 * The inputs of what stands after a command's words. Polite words are never content: they are removed from its end, except from
 * a person's own words, which stay as they were written unless they are nothing but polite.
 */
export function readRest(typed: Typed, rest: string): Record<string, string> {
  // "now" is a value if no record is named: notifications breaches now.
  const hurry = takesRecord(typed);
  const read = typed.read(typed.freeText === undefined ? withoutPoliteEnd(rest, hurry) : rest);
  return Object.fromEntries(Object.entries(read).filter(([, value]) => !isOnlyPolite(value, hurry)));
}
