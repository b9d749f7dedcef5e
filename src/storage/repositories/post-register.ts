import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { RecordRef } from '../../domain/kernel/notification';
import type { Post, PostRegister } from '../../ports/conversations';
import { unlessUnreadable } from '../../ports/unreadable-record';
import { MAX } from '../check-query';
import type { RecordKind, Store } from '../store';
import { ADDRESS_SHAPE } from './address-book';
import { keep, readOrAnew } from './keep';

export const POST_SHAPE = z.looseObject({
  about: z.looseObject({ kind: z.string(), id: z.string() }),
  address: ADDRESS_SHAPE,
  activityId: z.string(),
  view: z.looseObject({ kind: z.string(), mentions: z.array(z.string()).optional() }),
  shows: z.number(),
});

/** A stored post of any version as this one has it: until version 2 only cards of cases stood. */
export function readPost(stored: unknown): Post {
  const { caseNumber, ...post } = stored as Post & { readonly caseNumber?: string };
  return caseNumber === undefined ? post : { ...post, about: { kind: 'case', id: caseNumber } };
}

export const POST: RecordKind<Post> = {
  name: 'post',
  fields: { caseNumber: 'string' },
  // The field keeps the name of when only cards of cases stood: ids of records are of one kind by their prefix.
  indexes: [{ name: 'caseNumber', fields: ['caseNumber'] }],
  indexed: ({ about }) => ({ caseNumber: about.id }),
  upgrade: readPost,
  shape: POST_SHAPE,
};

/** One per record, view, and conversation; hashed, because conversation ids are long and can have any characters. */
function idOf({ about, address, view }: Post): string {
  const key = [about.id, address.conversationId, view.kind, view.clock ?? ''];
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url');
}

/** The posted cards, on a store. */
export class StoredPosts implements PostRegister {
  constructor(private readonly store: Store<Post>) {}

  async put(post: Post): Promise<void> {
    await keep(this.store, idOf(post), () => post, readOrAnew);
  }

  async ofRecord({ id }: RecordRef): Promise<readonly Post[]> {
    const found = await this.store.find({ where: { caseNumber: id }, limit: MAX });
    return found.map(({ value }) => value);
  }

  /** Takes the post out, unless a later one of the same record, view and conversation has its place. */
  async remove(post: Post): Promise<void> {
    const stored = await unlessUnreadable(this.store.get(idOf(post)));
    if (stored?.value.activityId === post.activityId) await this.store.remove(stored.id, stored.version);
  }
}
