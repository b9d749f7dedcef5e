import { isDeliveryOutcome } from '../messages/customer-email';
import type { Entry } from '../timeline';

/** What reached the customer, as entries of the timeline: by what it was first, when it was sent again. */
export interface CustomerWords {
  /** Sent or said, and not refused by the mail server or left unsent. */
  has(entry: Entry, kinds: readonly Entry['kind'][]): boolean;
}

/**
 * The words of a timeline that count (rule CK-1, DLAM 3000.05 E4 2.g "informs the customer"): each from when it was
 * given, but not one that the mail server refused, that was given up, or that is not sent as the site has no mail server,
 * until it has one. While the mail server has not answered yet, it counts. What is sent again in its place counts as the
 * same from when it was sent again.
 */
export function customerMessages(timeline: readonly Entry[]): CustomerWords {
  const fates = new Map<number, Entry['kind']>();
  for (const entry of timeline) if (isDeliveryOutcome(entry)) fates.set(entry.of, entry.kind);
  const first = new Map<Entry, Entry['kind']>();
  const counting = new Map<Entry, Entry['kind']>();
  for (const [index, entry] of timeline.entries()) {
    const repeated = entry.kind === 'word-repeated' ? timeline[entry.of] : undefined;
    const kind = (repeated && first.get(repeated)) ?? entry.kind;
    first.set(entry, kind);
    if ((fates.get(index) ?? 'mail-sent') === 'mail-sent') counting.set(entry, kind);
  }
  return {
    has: (entry, kinds) => kinds.some((kind) => kind === counting.get(entry)),
  };
}
