import { LoggableError } from '../../ports/log';
import { SendFault, type Sender } from '../../ports/sender';

/** A card could not be created: a bug of ours, which waiting does not fix. The cause says which. */
export class CardDefect extends LoggableError {
  override readonly name = 'CardDefect';
}

/** Runs what makes a card; whatever it throws is a defect. */
export function drawing<T>(make: () => T): T {
  try {
    return make();
  } catch (cause) {
    throw new CardDefect('A card could not be created', { cause });
  }
}

/** The sender whose every fault is either Teams' (`SendFault`) or a `CardDefect`: it draws the card before it sends. */
export function tellingDefects(sender: Sender): Sender {
  const sending = async <T>(send: () => Promise<T>): Promise<T> => {
    try {
      return await send();
    } catch (cause) {
      if (cause instanceof SendFault) throw cause;
      throw new CardDefect('A card could not be created', { cause });
    }
  };
  return {
    post: (address, card, context) => sending(async () => sender.post(address, card, context)),
    update: (address, activityId, card, context) =>
      sending(async () => sender.update(address, activityId, card, context)),
  };
}
