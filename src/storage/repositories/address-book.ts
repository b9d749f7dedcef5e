import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod/v4';
import type { PersonId } from '../../domain/directory/directory';
import type { Address, AddressBook } from '../../ports/conversations';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { keyedById, type Store } from '../store';
import { keep, readOrAnew } from './keep';

export const ADDRESS_SHAPE = z.looseObject({
  conversationId: z.string(),
  serviceUrl: z.string(),
  kind: z.enum(['personal', 'channel']),
});

export const ADDRESS = keyedById<Address>({ name: 'address', shape: ADDRESS_SHAPE });

/** People's own conversations on a store, by the person's id. One that is known already is not written again. */
export class StoredAddresses implements AddressBook {
  constructor(private readonly store: Store<Address>) {}

  async put(person: PersonId, address: Address): Promise<void> {
    await keep(
      this.store,
      person,
      (known) => (isDeepStrictEqual(known, address) ? undefined : address),
      readOrAnew,
    );
  }

  async get(person: PersonId): Promise<Address | undefined> {
    // If it cannot be read, the person counts as new: their next turn writes it again.
    return (await unlessUnreadable(this.store.get(person)))?.value;
  }
}
