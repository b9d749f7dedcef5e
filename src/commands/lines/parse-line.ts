import { readCaseNumber } from '../cases/case-number';
import type { Asker, Invocation } from '../command';
import { withFormatting } from '../forms/with-formatting';
import { asksNothing, asMeant, withoutGreeting } from './as-meant';
import { meaningsOf } from './meanings';
import { withoutPoliteStart } from './polite-words';
import { readRest } from './read-rest';
import type { Registry } from '../registry';

// The verbs that a line leads to when no command’s words begin it.
const SHOW_CASE = 'case.show';
export const HELLO = 'help.hello';
export const NEAREST = 'help.nearest';
export const WHICH = 'help.which';
export const CANNOT = 'help.cannot';

const SMALL_TALK = /^(?:how are|how is it|how's|what's up)/iu;

// A mention of the bot may be left at the beginning; non-breaking and zero-width spaces come with pasted text.
const LEADING_MENTIONS = /^(?:\s*<at[^>]{0,200}>[^<]{0,200}<\/at>)+/i;
const INVISIBLE = /[\u200B\u2060\uFEFF]/g;

/** The line as it was meant: without the bot's mention and invisible characters, spaces made plain, lines kept. */
export function cleanLine(line: string): string {
  return line
    .replace(INVISIBLE, '')
    .replace(/\u00A0/g, ' ')
    .replace(LEADING_MENTIONS, '')
    .trim();
}

/**
 * What a typed line asks for. Every line leads to a command: a number alone shows the case, a line with two actions or two
 * records asks which is meant, a line that nobody knows is answered with the nearest commands, an empty one with a greeting.
 * Polite words are never content. `formatted` is the same line with
 * its formatting; words and case number are the plain line's.
 */
export function parseLine(line: string, registry: Registry, formatted?: string): Invocation {
  const plain = invocationOf(line, registry);
  return formatted === undefined ? plain : withFormatting(plain, invocationOf(formatted, registry), registry);
}

function invocationOf(line: string, registry: Registry): Invocation {
  const said = cleanLine(line);
  const text = asMeant(said, registry);
  const lead = (verb: string, input: Record<string, string>): Invocation => ({
    verb,
    input,
    submitted: false,
  });
  if (text === '') return lead(HELLO, {});
  const number = readCaseNumber(text);
  if (number !== undefined) return lead(SHOW_CASE, { case: number });
  if (asksNothing(said, registry)) return lead(CANNOT, { line: said.slice(0, 500) });
  if (meaningsOf(text, registry).length > 0) return lead(WHICH, { line: text });
  // A greeting does not answer the question after it.
  const question = withoutGreeting(text);
  if (question !== text && question.endsWith('?') && !SMALL_TALK.test(question))
    return lead(NEAREST, { line: question.slice(0, 500) });
  const found = registry.byWords(withoutPoliteStart(text));
  if (found?.command.typed !== undefined) {
    return lead(found.command.verb, readRest(found.command.typed, found.rest));
  }
  return lead(NEAREST, { line: text.slice(0, 500) });
}

/**
 * A line that no command begins may be a plain question to one of them, which says so itself; then it goes there. Any other
 * stays unknown.
 */
export function asQuestion(invocation: Invocation, asker: Asker, registry: Registry): Invocation {
  if (invocation.verb !== NEAREST) return invocation;
  const line = invocation.input['line'] ?? '';
  for (const { verb, typed } of registry.commands) {
    const input = typed?.question?.(line, asker);
    if (input !== undefined) return { verb, input, submitted: false };
  }
  return invocation;
}
