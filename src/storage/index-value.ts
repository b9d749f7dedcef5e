import type { IndexValue, RecordKind } from './store';

/**
 * A string as both engines can hold it in a key: SQLite's reader ends at a NUL and UTF-8 knows no lone surrogate,
 * so each is written as U+FFFD. Values need none of this: both engines keep what is in them as it is.
 */
export function keyText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8').replaceAll('\0', '\uFFFD');
}

/** Checks a value against the declared type of its field and makes it fit for a key. Throws a TypeError. */
export function indexValue<T>(kind: RecordKind<T>, field: string, value: IndexValue): IndexValue {
  const declared = kind.fields[field];
  if (typeof value !== declared || (typeof value === 'number' && !Number.isFinite(value)))
    throw new TypeError(
      `${kind.name}.${field} is declared ${String(declared)}, and was given ${String(value)}`,
    );
  return typeof value === 'string' ? keyText(value) : value;
}

/** A record's index values, in the order of the declared fields; `undefined` for a missing one. */
export function indexedOf<T>(kind: RecordKind<T>, value: T): readonly (IndexValue | undefined)[] {
  const given = kind.indexed(value);
  for (const field of Object.keys(given))
    if (!Object.hasOwn(kind.fields, field)) throw new TypeError(`${kind.name}.${field} is not declared`);
  return Object.keys(kind.fields).map((field) => {
    const found = given[field];
    return found === undefined ? undefined : indexValue(kind, field, found);
  });
}

/** The words of a record, each once, in order: so that equal sets are equal lists. */
export function wordsOf<T>(kind: RecordKind<T>, value: T): readonly string[] {
  return [...new Set((kind.words?.(value) ?? []).map(keyText))].filter((word) => word !== '').sort();
}

/** Ids are kept unchanged; one that an engine would alter is refused on writing, and never found. */
export const isWholeId = (id: string): boolean => id !== '' && keyText(id) === id;

/** Throws unless the id can be kept as it is by both engines. */
export function assertId(kind: string, id: string): void {
  if (!isWholeId(id))
    throw new TypeError(`An id of ${kind} is empty, or contains a NUL or half of a surrogate pair`);
}
