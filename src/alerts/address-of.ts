import type { Directory } from '../domain/people/directory';
import type { Address, AddressBook } from '../ports';
import type { OutboxItem } from './outbox-item';

/** Where an item goes; undefined while its channel is not connected or the person has not met the bot. */
export async function addressOf(
  { notice, post }: OutboxItem,
  directory: Directory,
  people: AddressBook,
): Promise<Address | undefined> {
  if (post !== undefined) return post.address;
  switch (notice.to.kind) {
    case 'posts':
    case 'customer':
      return undefined;
    case 'person':
      return people.get(notice.to.person);
    case 'group': {
      const channel = directory.group(notice.to.group)?.channel;
      if (channel?.serviceUrl === undefined) return undefined;
      const { conversationId, serviceUrl, tenantId } = channel;
      return { conversationId, serviceUrl, kind: 'channel', ...(tenantId === undefined ? {} : { tenantId }) };
    }
  }
}
