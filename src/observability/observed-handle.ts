import type { TimeSource } from '../ports/time-source';
import type { Figures, TurnOutcome } from './figures';

/** What answers a request, with each outcome and its time told to the figures. */
export function observedHandle<Request, Outcome extends { readonly kind: 'reply' | 'refusal' }>(
  handle: (request: Request) => Promise<Outcome>,
  figures: Figures,
  time: TimeSource,
): (request: Request) => Promise<Outcome> {
  return async (request) => {
    const from = time.now();
    let ended: TurnOutcome = 'failed';
    try {
      const outcome = await handle(request);
      ended = outcome.kind === 'reply' ? 'answered' : 'refused';
      return outcome;
    } finally {
      figures.turn(ended, time.now() - from);
    }
  };
}
