import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { referenceText } from '../../domain/kernel/reference-text';
import { UnreadableRecord, type UnreadableWhy } from '../../ports/unreadable-record';
import { indexedOf } from '../index-value';
import type { RecordKind, Stored } from '../store';

/** A record as an engine has it. */
export interface Row {
  readonly id: string;
  readonly version: number;
  /** JSON text, or a document that brings its value itself. */
  readonly body: string | StoredDocument;
}

/** A value that an engine keeps as a document. */
interface StoredDocument {
  /** Throws if something in the document is no JSON. */
  readonly value: () => unknown;
  /** The same text for the same document. */
  readonly text: () => string;
}

/**
 * Reads a record: its JSON, the shape of its kind, and what it says for the index. Gives an `UnreadableRecord` where one of
 * them is invalid, so that a caller that reads several records continues with the rest.
 */
export function readRecord<T>(kind: RecordKind<T>, row: Row): Stored<T> | UnreadableRecord {
  let why: UnreadableWhy = 'broken-json';
  try {
    const stored: unknown = typeof row.body === 'string' ? JSON.parse(row.body) : row.body.value();
    why = 'another-shape';
    const value = kind.upgrade?.(stored) ?? (stored as T);
    kind.shape?.parse(value);
    indexedOf(kind, value);
    kind.check?.(value);
    return { id: row.id, version: row.version, value };
  } catch (error) {
    return new UnreadableRecord(
      kind.name,
      row.id,
      row.version,
      referenceOf(kind.name, row),
      why,
      placeOf(error),
    );
  }
}

/** Only names and places: a parser's message may quote the body. */
const placeOf = (error: unknown): string | undefined =>
  error instanceof z.ZodError ? error.issues[0]?.path.map(String).join('.') : undefined;

/** Derived from the record, so that all instances, the log, and a person's answer have the same one, even after a restart. */
function referenceOf(kind: string, { id, body }: Row): string {
  const text = typeof body === 'string' ? body : body.text();
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, id, text]))
    .digest();
  let place = 0;
  return referenceText((below) => digest.readUInt32BE(4 * place++) % below);
}
