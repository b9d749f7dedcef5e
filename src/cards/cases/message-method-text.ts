import { STATE_NAMES } from '../../domain/cases/case';
import type { Entry, EntryOf } from '../../domain/cases/timeline';
import type { MessageMethod } from '../../domain/cases/messages/message-method';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { actorName } from '../shared/names';

/** How the message of an entry reached the customer; older entries do not say. */
export function methodText(
  { by, word }: Pick<Entry, 'by'> & { readonly word?: MessageMethod },
  context: DomainContext,
): string {
  switch (word?.by) {
    case 'email':
      return 'to the customer by email';
    case 'own-mail':
      return `sent by ${actorName(by, context)}, confirmed`;
    case 'telephone':
      return 'given to the customer by phone';
    case undefined:
      return 'sent to the customer';
  }
}

/** That a case was closed: whether it needed an approval, and how the customer got the final resolution. */
export function closedText(entry: EntryOf<'closed'>, context: DomainContext): string {
  const approved = entry.longLead?.askedBy !== undefined;
  if (entry.word === undefined) return approved ? 'Closing approved; closed' : STATE_NAMES.closed;
  return `${approved ? 'Closing approved' : STATE_NAMES.closed}: final resolution ${methodText(entry, context)}`;
}
