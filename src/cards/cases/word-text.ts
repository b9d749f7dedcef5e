import { STATE_NAMES } from '../../domain/cases/case';
import type { Entry, EntryOf } from '../../domain/cases/timeline';
import type { Word } from '../../domain/cases/messages/word';
import type { World } from '../../domain/kernel/world';
import { actorName } from '../shared/names';

/** How the word of an entry reached the customer; older entries do not say. */
export function wordWay({ by, word }: Pick<Entry, 'by'> & { readonly word?: Word }, world: World): string {
  switch (word?.by) {
    case 'email':
      return 'to the customer by e-mail';
    case 'own-mail':
      return `sent by ${actorName(by, world)}, confirmed`;
    case 'telephone':
      return 'given to the customer by telephone';
    case undefined:
      return 'sent to the customer';
  }
}

/** That a case was closed: whether it needed an approval, and how the customer has the final resolution. */
export function closedText(entry: EntryOf<'closed'>, world: World): string {
  const approved = entry.longLead?.askedBy !== undefined;
  if (entry.word === undefined) return approved ? 'Closing approved; closed' : STATE_NAMES.closed;
  return `${approved ? 'Closing approved' : STATE_NAMES.closed}: final resolution ${wordWay(entry, world)}`;
}
