import { supersededMessage } from '../../cards/cases/superseded-message';
import type { Case } from '../../domain/cases/case';
import { SendFault } from '../../ports/sender';
import type { Address, Post } from '../../ports/conversations';
import type { DeliveryParts } from './delivery-parts';

/**
 * A case that comes to a channel again is posted again, to be seen; one card of a view is kept up to date there, so the
 * earlier one loses its buttons first. Where the sender throws, it goes on from there at the next try.
 */
export async function supersedeEarlier(
  { posts, sender, world }: Pick<DeliveryParts, 'posts' | 'sender' | 'world'>,
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
  }
}

const clockOf = (view: Post['view']): string => ('clock' in view ? view.clock : '');
const sameView = (one: Post['view'], other: Post['view']): boolean =>
  one.kind === other.kind && clockOf(one) === clockOf(other);
