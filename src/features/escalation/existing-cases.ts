import type { CommandContext } from '../../commands/command';
import type { Given } from '../../commands/forms/fields';
import { similarTo } from '../../commands/cases/insert-case';
import type { Case } from '../../domain/cases/case';

const FIELD = 'item.existing-cases';
// As many as can be read at a glance; a finding has little room.
const MAX = 10;

const SAME = { pr: 'PR', requisition: 'requisition', nsn: 'NSN' } as const;
const KEYS = ['pr', 'requisition', 'nsn'] as const satisfies readonly (keyof typeof SAME)[];

/**
 * What the cases show of the item "Existing cases" (rules CA-3, ES-2 e): the open ones with the same PR, requisition or
 * NSN for the account, and those that are linked. It stands in its field before anything is typed, for the agent to add
 * to. Nothing where neither is there to look by.
 */
export async function existingCases(current: Case, given: Given, context: CommandContext): Promise<Given> {
  if (current.level !== 2 || given[FIELD] !== undefined) return {};
  const lookedBy = KEYS.filter((key) => current.details[key] !== undefined);
  const alike = await similarTo(current.details, context.cases);
  const rows = alike.filter(({ number }) => number !== current.number).map((other) => rowOf(other, current));
  const named = new Set(alike.map(({ number }) => number));
  const linked = current.links.filter((number) => !named.has(number)).map((number) => `${number} (linked)`);
  const all = [...rows, ...linked];
  if (all.length > 0) return { [FIELD]: listOf(all) };
  if (lookedBy.length === 0) return {};
  return { [FIELD]: `No open case with the same ${lookedBy.map((key) => SAME[key]).join(' or ')}.` };
}

function rowOf(other: Case, current: Case): string {
  const same = KEYS.filter((key) => other.details[key] === current.details[key]).flatMap((key) =>
    current.details[key] === undefined ? [] : [SAME[key]],
  );
  const isLinked = current.links.includes(other.number);
  return `${other.number} (${[`same ${same.join(' and ')}`, ...(isLinked ? ['linked'] : [])].join(', ')})`;
}

const listOf = (all: readonly string[]): string =>
  all.length <= MAX ? all.join(', ') : `${all.slice(0, MAX).join(', ')} and ${all.length - MAX} more`;
