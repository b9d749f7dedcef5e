import type { NoticeAddress } from '../domain/alerts/notice';
import type { Directory } from '../domain/people/directory';
import type { Address, AddressBook } from '../ports';
import { groupAddressKey, MAIL_ADDRESS_KEY, personAddressKey } from './outbox-item';
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

/** The key under which an item waits for its address. */
export function addressKeyOf(to: Exclude<NoticeAddress, { kind: 'posts' }>): string {
  switch (to.kind) {
    case 'group':
      return groupAddressKey(to.group);
    case 'person':
      return personAddressKey(to.person);
    case 'customer':
      return MAIL_ADDRESS_KEY;
  }
}
