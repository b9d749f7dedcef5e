import { readRichText } from '../../domain/kernel/text/rich-text';
import type { Invocation } from '../command';
import type { Registry } from '../registry';

/**
 * The plain line's command with the formatting of the same line, where its command takes it and both say the same;
 * else the plain line's. So formatting adds to what was said, and never changes it.
 */
export function withFormatting(plain: Invocation, formatted: Invocation, registry: Registry): Invocation {
  const takes = registry.byVerb(plain.verb)?.typed?.formatted;
  if (takes === undefined || formatted.verb !== plain.verb) return plain;
  const { [takes.field]: text, ...others } = plain.input;
  const { [takes.field]: rich, ...richOthers } = formatted.input;
  if (text === undefined || rich === undefined || Array.from(rich).length > takes.max) return plain;
  const same = JSON.stringify(others) === JSON.stringify(richOthers) && saysTheSame(text, rich);
  return same ? { ...plain, input: { ...plain.input, [takes.field]: rich } } : plain;
}

/** Letters and digits in their order: with the marks of lists, which the plain text may have or not, and without. */
function wordsOf(text: string): readonly string[] {
  const lines = readRichText(text.replace(/<\/?at\b[^<>]{0,200}>/giu, ''));
  const said = lines.map(({ runs }) => runs.map((run) => run.text).join(''));
  const marked = said.map((words, index) => `${lines[index]?.mark ?? ''}${words}`);
  return [said, marked].map((all) => all.join('').replace(/[^\p{L}\p{N}]/gu, ''));
}

function saysTheSame(one: string, other: string): boolean {
  const words = wordsOf(one);
  return wordsOf(other).some((said) => words.includes(said));
}
