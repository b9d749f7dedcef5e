import type { Case } from '../cases/case';
import { saysNothing, saysSomething } from '../cases/says-something';
import { isNot, readText, TEXT_LIMITS, type Read } from '../cases/typed-text';
import type { ChecklistItem } from '../policy/policy';

/**
 * Reads what the agent found for an item: a source, a date, a number, a few words, or a term that the item offers in
 * quotes ("none"). A hurried "x" or "ok" is refused with what would be right: it would stand in the notes as verified,
 * and Level 3 would learn nothing from it (rules ES-9, ES-11). That there are no other cases is refused of a case that is
 * linked to some (ES-2 e).
 */
export const readFinding =
  ({ key, label, meets, rule }: ChecklistItem, { links }: Pick<Case, 'links'>) =>
  (typed: string): Read<string> => {
    const read = readText(label, typed, TEXT_LIMITS.finding);
    if (read.ok && key === 'existing-cases' && links.length > 0 && isOffered(meets, read.value))
      return isNot(`The case is linked to ${links.join(', ')}. Give the number, and what is known there.`);
    if (!read.ok || saysSomething(read.value) || isOffered(meets, read.value)) return read;
    return isNot(
      saysNothing(read.value, `${meets} For example: WebVLIPS, 24 Nov: 12 backordered (${rule}).`),
    );
  };

/** Whether the text is one of the terms that stand in quotes in what would meet the item. */
const isOffered = (meets: string, text: string): boolean =>
  [...meets.matchAll(/["“](?<term>[^"”]+)["”]/gu)].some(
    (match) => bare(match.groups?.['term']) === bare(text),
  );

const bare = (text = ''): string => text.toLowerCase().replaceAll(/^[\s"'“‘]+|[\s"'”’.!]+$/gu, '');
