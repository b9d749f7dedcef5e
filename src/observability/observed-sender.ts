import { SendFault } from '../ports/sender';
import type { Sender } from '../ports/sender';
import type { Tracker } from '../runtime/in-flight';
import type { TimeSource } from '../ports/time-source';
import type { Figures, SendResult } from './figures';

/** The sender with what came of each call, and how long it took, told to the figures, and each counted while it runs. */
export function observedSender(
  sender: Sender,
  figures: Figures,
  time: TimeSource,
  tracker?: Tracker,
): Sender {
  const timed = async <T>(kind: 'post' | 'update', work: () => Promise<T>): Promise<T> => {
    const from = time.now();
    let result: SendResult = 'sent';
    try {
      const working = work();
      return await (tracker?.track('sends', working) ?? working);
    } catch (error) {
      result = resultOf(error);
      throw error;
    } finally {
      figures.send(kind, result, time.now() - from);
    }
  };
  return {
    post: (address, card, world) => timed('post', async () => sender.post(address, card, world)),
    update: (address, activityId, card, world) =>
      timed('update', async () => sender.update(address, activityId, card, world)),
  };
}

function resultOf(error: unknown): SendResult {
  if (!(error instanceof SendFault)) return 'defect';
  const { status } = error;
  if (error.gone || status === 'foreign') return 'gone';
  if (typeof status === 'string') return status;
  if (status === 429 || status === 412) return 'throttled';
  return status >= 500 ? 'server-error' : 'refused';
}
