import { z } from 'zod/v4';
import { untilSaved } from '../../runtime/until-saved';
import { writeOver } from './keep';
import { keyedById, type Store } from '../store';

/** A number that only rises. */
interface Counter {
  readonly last: number;
}

export const COUNTER = keyedById<Counter>({
  name: 'counter',
  shape: z.looseObject({ last: z.number().int().nonnegative() }),
});

/** With one process a single attempt is enough; this many lost in a row would be a fault of the engine. */
const TRIES = 1000;

/** Raises counters by one; each value is given once, even under concurrency. */
export class Counters {
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store<Counter>) {}

  /** The next value: 1 and on. Those of one process wait for each other, so that they do not conflict. */
  next(id: string): Promise<number> {
    const raised = this.#turn.then(() => this.#raise(id));
    this.#turn = raised.catch(() => undefined);
    return raised;
  }

  /** The last value given, 0 for none. */
  async last(id: string): Promise<number> {
    return (await this.store.get(id))?.value.last ?? 0;
  }

  async #raise(id: string): Promise<number> {
    return untilSaved(
      id,
      async () => {
        const current = await this.store.get(id);
        const last = (current?.value.last ?? 0) + 1;
        const written = await writeOver(this.store, id, current, { last });
        return written.ok ? last : 'conflict';
      },
      TRIES,
    );
  }
}
