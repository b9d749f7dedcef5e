import type { Case } from '../../domain/cases/case';
import type { Actor } from '../../domain/cases/timeline';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { actingSystem } from '../../domain/directory/customer-system';
import { mscOf } from '../../domain/cases/escalation/msc-of';
import { MSC_NAMES, type Level } from '../../domain/directory/directory';
import { priorityAt } from '../../domain/policy/priority';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { label } from './escape-text';

export const levelName = (level: Level): string => `Level ${level}`;

/** The name of whoever acted: a person, Casekeeper itself, or a customer's system. */
export function actorName(actor: Actor, context: DomainContext): string {
  if (actor === 'casekeeper') return 'Casekeeper';
  if (actor === 'customer') return 'The customer';
  const system = actingSystem(actor);
  if (system !== undefined) return `the system ${label(system)}`;
  const person = context.directory.person(actor);
  return person === undefined ? 'someone who is no longer in the directory' : label(person.name);
}

/** The names of several who acted. */
export const actorNames = (actors: readonly Actor[], context: DomainContext, between = ', '): string =>
  actors.map((actor) => actorName(actor, context)).join(between);

/** A group by name; its key where the directory no longer has it. */
export const groupName = (key: string, context: DomainContext): string =>
  label(context.directory.group(key)?.name ?? key);

/** The reason of a case in the policy's words, its key where the policy in force has none. */
const reasonName = (of: Case, context: DomainContext): string =>
  label(context.policies.at(of.openedAt).reasons[of.details.reason] ?? of.details.reason);

/** The priority of a case at the level where it is. */
export const priorityName = (of: Case, context: DomainContext): string =>
  PRIORITY_NAMES[priorityAt(of.details, of.level, context.policies.at(of.openedAt))];

/** "Delivery date needed · Aviation": what a case is about in one line, with the MSC of the group that holds it (rule ES-1). */
export const caseTitle = (of: Case, context: DomainContext): string =>
  `${reasonName(of, context)} · ${MSC_NAMES[mscOf(of, context.directory)]}`;
