import type { Directory } from '../../domain/directory/directory';
import type { Address, AddressBook } from '../../ports/conversations';
import type { OutboxItem } from '../outbox/outbox-item';

/** Where an item goes; undefined while its channel is not connected or the person has not written to the bot. */
export async function addressOf(
  { notice: notification, post }: OutboxItem,
  directory: Directory,
  people: AddressBook,
): Promise<Address | undefined> {
  if (post !== undefined) return post.address;
  switch (notification.to.kind) {
    case 'posts':
    case 'customer':
      return undefined;
    case 'person':
      return people.get(notification.to.person);
    case 'conversation':
      return boundNow(notification.to.address, directory);
    case 'group': {
      const channel = directory.group(notification.to.group)?.channel;
      if (channel?.serviceUrl === undefined) return undefined;
      const { conversationId, serviceUrl, tenantId } = channel;
      return { conversationId, serviceUrl, kind: 'channel', ...(tenantId === undefined ? {} : { tenantId }) };
    }
  }
}

/** A channel that is connected to a group has its latest service URL; any other conversation keeps its own. */
function boundNow(address: Address, { groups }: Directory): Address {
  const { serviceUrl } =
    groups.find(({ channel }) => channel?.conversationId === address.conversationId)?.channel ?? {};
  return serviceUrl === undefined ? address : { ...address, serviceUrl };
}
