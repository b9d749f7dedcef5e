import type { Address } from '../../ports/conversations';
import { LoggableError } from '../../ports/log';
import type { Sender } from '../../ports/sender';
import type { SendLimiter } from './send-limiter';

/**
 * A notification goes on from where it is, later: its next call does not keep Teams' rates yet, which the limiter tells the end
 * of (`later`), or its figures are still being counted, and it is looked at again at `againAt` (wall clock).
 */
export class NotYet extends LoggableError {
  constructor(readonly againAt?: number) {
    super('The next call for a notification must wait.');
    this.name = 'NotYet';
  }
}

/**
 * The sender that keeps Teams' rates: each call is counted when all else is done, so that it sets out at the instant
 * that is counted. Throws `NotYet` where the conversation is full, or where `signal` ends the wait.
 */
export function pacedSender(sender: Sender, limiter: SendLimiter, signal?: AbortSignal): Sender {
  const counted = async ({ conversationId }: Address): Promise<void> => {
    if ((await limiter.take(conversationId, signal)) !== undefined) throw new NotYet();
  };
  return {
    post: async (address, card, context) => {
      await counted(address);
      return sender.post(address, card, context);
    },
    update: async (address, activityId, card, context) => {
      await counted(address);
      await sender.update(address, activityId, card, context);
    },
  };
}
