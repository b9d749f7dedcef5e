import type { CardValue } from '../../cards/shared/card-value';
import type { RecordRef } from '../../domain/kernel/notification';
import { SendFault } from '../../ports/sender';
import type { Address, PostView } from '../../ports/conversations';
import type { DeliveryParts } from './delivery-parts';

/**
 * A record that comes to a channel again is posted again, to be seen; one card of a view is kept up to date there, so the
 * earlier one loses its buttons first. Where the sender throws, it goes on from there at the next try.
 */
export async function supersedeEarlier(
  { posts, sender, context }: Pick<DeliveryParts, 'posts' | 'sender' | 'context'>,
  about: RecordRef,
  address: Address,
  view: PostView,
  superseded: () => CardValue,
): Promise<void> {
  const earlier = (await posts.ofRecord(about)).filter(
    (post) => post.address.conversationId === address.conversationId && sameView(post.view, view),
  );
  for (const post of earlier) {
    try {
      await sender.update(post.address, post.activityId, superseded(), context());
    } catch (fault) {
      if (!(fault instanceof SendFault && fault.gone)) throw fault;
    }
    await posts.remove(post);
  }
}

const sameView = (one: PostView, other: PostView): boolean =>
  one.kind === other.kind && one.clock === other.clock;
