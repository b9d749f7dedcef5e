import type { Where } from '../domain/cases/timeline';
import type { Directory } from '../domain/directory/directory';
import type { Place } from './command';

/** Where an act was made, for its entries: a channel is known by the group that is bound to it. */
export function whereOf({ kind, address }: Place, { groups }: Directory): Where {
  if (kind !== 'channel') return { kind };
  const bound = groups.find(({ channel }) => channel?.conversationId === address.conversationId);
  return bound === undefined ? { kind } : { kind, group: bound.key };
}

/** The conversation of a place, without a thread. */
export const conversationOf = ({ address }: Place): string =>
  address.conversationId.replace(/;messageid=.*$/su, '');
