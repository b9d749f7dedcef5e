import type { CardValue } from '../cards/shared/card-value';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Address } from './conversations';
import { LoggableError } from './log';

/**
 * Sends to Teams. `post` answers the id of the new activity. Both throw a `SendFault`.
 * Implemented in bot; each call has its own timeout.
 */
export interface Sender {
  post(address: Address, card: CardValue, context: DomainContext): Promise<string>;
  update(address: Address, activityId: string, card: CardValue, context: DomainContext): Promise<void>;
}

/**
 * Why a send failed: `gone` (403, 404: the conversation is no more, or the bot was removed; `foreign`: the address is none
 * of the cloud's Teams, and nothing was sent), else to be tried again.
 */
export class SendFault extends LoggableError {
  constructor(
    readonly status: number | 'timeout' | 'network' | 'foreign',
    readonly retryAfterMs?: number,
    /** What Teams or the network calls it, like ConversationNotFound or ECONNRESET; never its message. */
    readonly code?: string,
  ) {
    super(status === 'foreign' ? "The address isn't a Teams address" : `Teams answered ${String(status)}`);
    this.name = 'SendFault';
  }
  get gone(): boolean {
    return this.status === 403 || this.status === 404 || this.status === 'foreign';
  }
}
