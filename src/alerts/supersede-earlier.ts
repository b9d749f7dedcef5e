import { supersededMessage } from '../cards/superseded-message';
import type { Case } from '../domain/cases/case';
import { SendFault } from '../ports';
import type { Address, Post } from '../ports';
import type { DeliveryParts } from './delivery-parts';

/**
 * A notice goes on from where it is, later: a further call of it does not keep Teams' rates yet, or its figures are still
 * being counted.
 */
export class NotYet extends Error {
  constructor(readonly freeAt: number) {
    super('The next call of a notice must wait.');
    this.name = 'NotYet';
  }
}

/**
 * A case that comes to a channel again is posted again, to be seen; one card of a view is kept up to date there, so the
 * earlier one loses its buttons first. Throws `NotYet` where what was counted for the notice is used up.
 */
export async function supersedeEarlier(
  { posts, sender, world, limiter }: Pick<DeliveryParts, 'posts' | 'sender' | 'world' | 'limiter'>,
  current: Case,
  address: Address,
  view: Post['view'],
): Promise<void> {
  const earlier = (await posts.ofCase(current.number)).filter(
    (post) => post.address.conversationId === address.conversationId && sameView(post.view, view),
  );
  for (const post of earlier) {
    try {
      await sender.update(post.address, post.activityId, supersededMessage(current), world());
    } catch (fault) {
      if (!(fault instanceof SendFault && fault.gone)) throw fault;
    }
    await posts.remove(post);
    // The call that was counted when the notice was claimed is this one: the next one is counted anew.
    const freeAt = await limiter.take(address.conversationId);
    if (freeAt !== undefined) throw new NotYet(freeAt);
  }
}

const clockOf = (view: Post['view']): string => ('clock' in view ? view.clock : '');
const sameView = (one: Post['view'], other: Post['view']): boolean =>
  one.kind === other.kind && clockOf(one) === clockOf(other);
