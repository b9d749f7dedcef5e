import { LRUCache } from 'lru-cache';
import type { Place } from '../commands/command';
import type { TurnParts, Speaker } from './bot-ports';

const MAX_KNOWN = 10_000;
/** Ids are mostly short, but whoever sends one may make it 2,000 characters long. */
const MAX_CHARACTERS = 8 * 1024 * 1024;

/** Remembers the addresses of people and channels; writes to the store only if something is new. */
export function addressLearner(
  parts: Pick<TurnParts, 'addresses' | 'onAddress'>,
): (place: Place, person: Speaker) => Promise<void> {
  const known = new LRUCache<string, string>({
    max: MAX_KNOWN,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (where, key) => where.length + key.length,
  });
  return async ({ kind, address }, person) => {
    const key = kind === 'personal' ? person.id : address.conversationId;
    const where = `${address.conversationId} ${address.serviceUrl}`;
    if (known.get(key) === where) return;
    if (kind === 'personal') await parts.addresses.put(person.id, address);
    await parts.onAddress?.(address, person);
    known.set(key, where);
  };
}
