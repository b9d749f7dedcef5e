/** Why a record cannot be read: its body is no JSON, or JSON of another shape than its kind has. */
export type UnreadableWhy = 'broken-json' | 'another-shape';

/**
 * A record that cannot be read. Thrown where one record is asked for; where several are, it is passed over. Its body stays
 * in the store as it is. The message names no person and quotes nothing of the body.
 */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';

  constructor(
    /** The name of its kind, as the store has it. */
    readonly kind: string,
    readonly id: string,
    readonly version: number,
    /** The same for the same body, wherever it is met: it stands in the log and in `undelivered`. */
    readonly reference: string,
    readonly why: UnreadableWhy,
    /** Where in the body, as a path of names and places. */
    readonly at?: string,
  ) {
    super(`A record of kind ${kind} cannot be read, reference ${reference}`);
  }
}

/** The fault that says that a record cannot be read, as a value; any other is thrown. */
export function unreadableAs(error: unknown): UnreadableRecord {
  if (error instanceof UnreadableRecord) return error;
  throw error;
}

/** What a read gives; undefined if the record cannot be read. For whoever goes on with the others. */
export async function unlessUnreadable<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof UnreadableRecord) return undefined;
    throw error;
  }
}
