import { LoggableError } from '../ports/log';

/** A record is changed by a few at once; more in a row are a fault, or someone is asked to look again. */
const MAX_TRIES = 20;

/** Others changed the record each time. Nothing was saved; it can be tried again later. */
export class TooManyConflicts extends LoggableError {
  override readonly name = 'TooManyConflicts';
  constructor(readonly id: string) {
    super('A record was changed by others each time it was about to be saved');
  }
}

/**
 * The one loop for conflicts: reads, decides, and saves again until nobody else changed it first. Throws `TooManyConflicts` after
 * so many tries. `id` is the record's.
 */
export async function untilSaved<T>(
  id: string,
  attempt: () => Promise<T | 'conflict'>,
  tries = MAX_TRIES,
): Promise<T> {
  for (let tried = 0; tried < tries; tried++) {
    const came = await attempt();
    if (came !== 'conflict') return came;
  }
  throw new TooManyConflicts(id);
}
