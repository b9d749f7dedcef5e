import type { Place } from '../commands/command';
import type { BotParts, Speaker } from './bot-ports';

const MOST = 10_000;

/** Remembers where people and channels are reached; asks the store only where something is new. */
export function addressLearner(
  parts: Pick<BotParts, 'addresses' | 'onAddress'>,
): (place: Place, person: Speaker) => Promise<void> {
  const known = new Map<string, string>();
  return async ({ kind, address }, person) => {
    const key = kind === 'personal' ? person.id : address.conversationId;
    const where = `${address.conversationId} ${address.serviceUrl}`;
    if (known.get(key) === where) return;
    if (kind === 'personal') await parts.addresses.put(person.id, address);
    await parts.onAddress?.(address, person);
    const oldest = known.keys().next();
    if (known.size >= MOST && oldest.done !== true) known.delete(oldest.value);
    known.set(key, where);
  };
}
