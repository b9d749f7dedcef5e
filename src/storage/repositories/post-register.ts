import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { Post, PostRegister } from '../../ports/conversations';
import { MOST } from '../check-query';
import { unlessUnreadable } from '../../ports/unreadable-record';
import type { RecordKind, Store } from '../store';
import { ADDRESS_SHAPE } from './address-book';
import { keep, readOrAnew } from './keep';

export const POST_SHAPE = z.looseObject({
  caseNumber: z.string(),
  address: ADDRESS_SHAPE,
  activityId: z.string(),
  view: z.looseObject({ kind: z.string(), mentions: z.array(z.string()).optional() }),
  shows: z.number(),
});

export const POST: RecordKind<Post> = {
  name: 'post',
  fields: { caseNumber: 'string' },
  indexes: [{ name: 'caseNumber', fields: ['caseNumber'] }],
  indexed: ({ caseNumber }) => ({ caseNumber }),
  shape: POST_SHAPE,
};

/** One a case, view and conversation; hashed, as conversation ids are long and of any signs. */
function idOf({ caseNumber, address, view }: Post): string {
  const key = [caseNumber, address.conversationId, view.kind, 'clock' in view ? view.clock : ''];
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url');
}

/** The cards that stand somewhere, on a store. */
export class StoredPosts implements PostRegister {
  constructor(private readonly store: Store<Post>) {}

  async put(post: Post): Promise<void> {
    await keep(this.store, idOf(post), () => post, readOrAnew);
  }

  async ofCase(number: string): Promise<readonly Post[]> {
    const found = await this.store.find({ where: { caseNumber: number }, limit: MOST });
    return found.map(({ value }) => value);
  }

  /** Takes the post out, unless a later one of the same case, view and conversation has its place. */
  async remove(post: Post): Promise<void> {
    const stored = await unlessUnreadable(this.store.get(idOf(post)));
    if (stored?.value.activityId === post.activityId) await this.store.remove(stored.id, stored.version);
  }
}
