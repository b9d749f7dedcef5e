import type { Case } from '../case';
import { saysNothing, saysSomething } from '../../kernel/text/says-something';
import { isNot, readText, TEXT_LIMITS, type Read } from '../../kernel/text/typed-text';
import type { ChecklistItem } from '../../policy/policy';

/**
 * Reads what the agent found for an item: a source, a date, a number, a few words, or a term that the item offers in
 * quotes ("none", and what says the same), or a number alone where it asks for a quantity. A hurried "x" or "ok" is refused with what would be right: it would stand in the notes as verified,
 * and Level 3 would learn nothing from it (rules ES-9, ES-11). That there are no other cases is refused of a case that is
 * linked to some (ES-2 e).
 */
export const readFinding =
  (item: ChecklistItem, { links }: Pick<Case, 'links'>) =>
  (typed: string): Read<string> => {
    const { key, label, meets, quantity } = item;
    const read = readText(label, typed, TEXT_LIMITS.finding);
    if (!read.ok) return read;
    if (key === 'existing-cases' && links.length > 0 && isOffered(meets, read.value))
      return isNot(`The case is linked to ${links.join(', ')}. Enter the number, and what is known there.`);
    const isQuantity = quantity === true && /\p{N}/u.test(read.value);
    if (isQuantity || saysSomething(read.value) || isOffered(meets, read.value)) return read;
    return isNot(saysNothing(read.value, rightFor(item, meets)));
  };

/** What would be right for an item: what meets it, with its example where it has one. */
export const rightFor = ({ example, rule }: ChecklistItem, meets: string): string =>
  example === undefined ? `${meets} (${rule})` : `${meets} For example: ${example} (${rule}).`;

/** What says the same as "none". */
const NONE: ReadonlySet<string> = new Set(['none', 'nil', 'no', 'nothing', 'zero']);

export const saysNone = (text: string): boolean => NONE.has(bare(text));

/** Whether the text is one of the terms that stand in quotes in what would meet the item. */
function isOffered(meets: string, text: string): boolean {
  const terms = [...meets.matchAll(/["“](?<term>[^"”]+)["”]/gu)].map((match) => bare(match.groups?.['term']));
  return terms.includes(bare(text)) || (terms.includes('none') && saysNone(text));
}

const bare = (text = ''): string => text.toLowerCase().replaceAll(/^[\s"'“‘]+|[\s"'”’.!]+$/gu, '');
