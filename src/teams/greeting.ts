import type { Activity } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import type { AddressBook } from '../ports/conversations';
import { placeOf, speakerOf } from './read-request';

const MAX_WELCOMED = 10_000;
/** Ids are mostly short, but whoever sends one may make it 2,000 characters long. */
const MAX_CHARACTERS = 4 * 1024 * 1024;

/** Whether the activity brings the bot into a conversation: installed, or added as a member. */
function isArrival(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action !== 'remove';
  return (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);
}

/**
 * Tells first meetings from repeats: Teams sends the same arrival in two activities, the Playground sends it again at
 * every load of the page. A person whose address is known in that conversation has been welcomed.
 */
export function greeting(addresses: AddressBook): (activity: Activity) => Promise<boolean> {
  const welcomed = new LRUCache<string, true>({
    max: MAX_WELCOMED,
    maxSize: MAX_CHARACTERS,
    sizeCalculation: (_known, id) => id.length,
  });
  return async (activity) => {
    if (!isArrival(activity)) return false;
    const { address, kind } = placeOf(activity);
    if (welcomed.has(address.conversationId)) return false;
    welcomed.set(address.conversationId, true);
    if (kind !== 'personal') return true;
    const known = await addresses.get(speakerOf(activity).id);
    return known?.conversationId !== address.conversationId;
  };
}
