import type { Activity } from 'botbuilder';
import type { AddressBook } from '../ports/conversations';
import { placeOf, speakerOf } from './read-request';

const MOST = 10_000;

/** Whether the activity brings the bot into a conversation: installed, or added as a member. */
function isArrival(activity: Activity): boolean {
  if (activity.type === 'installationUpdate') return activity.action !== 'remove';
  return (activity.membersAdded ?? []).some(({ id }) => id === activity.recipient.id);
}

/**
 * Tells first meetings from repeats: Teams says the same arrival in two activities, the Playground says it again at
 * every load of the page. A person whose address is known in that conversation has been welcomed.
 */
export function greeting(addresses: AddressBook): (activity: Activity) => Promise<boolean> {
  const welcomed = new Set<string>();
  return async (activity) => {
    if (!isArrival(activity)) return false;
    const { address, kind } = placeOf(activity);
    if (welcomed.has(address.conversationId)) return false;
    const oldest = welcomed.values().next();
    if (welcomed.size >= MOST && oldest.done !== true) welcomed.delete(oldest.value);
    welcomed.add(address.conversationId);
    if (kind !== 'personal') return true;
    const known = await addresses.get(speakerOf(activity).id);
    return known?.conversationId !== address.conversationId;
  };
}
