import type { Directory, Group, Person } from '../directory/directory';
import { runsGroup } from '../directory/who-runs';
import { refusal, type Refusal } from '../kernel/refusal';

/** Where an order is to be: somebody's own chat, or a conversation of several. */
interface OrderPlace {
  readonly kind: 'personal' | 'channel' | 'group-chat';
  /** Without a thread. */
  readonly conversation: string;
}

const stands = (person: Person, group: Group): boolean =>
  runsGroup(person, group) || (person.roles.includes('business-process-analyst') && person.msc === group.msc);

/**
 * Why a person may not say what is posted in a conversation by itself; undefined for who may. In their own chat everyone;
 * in a channel of groups who runs one of these, the business process analyst of their MSC and the program office, as with
 * `connect`; in any other conversation who is so to any group. The figures themselves are everyone's.
 */
export function ordersPrecondition(
  person: Person,
  place: OrderPlace,
  directory: Directory,
): Refusal | undefined {
  if (place.kind === 'personal') return undefined;
  const bound = directory.groups.filter(({ channel }) => channel?.conversationId === place.conversation);
  const groups = bound.length > 0 ? bound : directory.groups;
  if (person.roles.includes('program-office') || groups.some((group) => stands(person, group)))
    return undefined;
  const which = bound.length > 0 ? bound.map(({ name }) => name).join(' or ') : 'an assignment group';
  const who = `a gatekeeper or supervisor of ${which}, its business process analyst, or the program office`;
  return refusal('not-permitted', { action: 'What is posted here automatically', who });
}
