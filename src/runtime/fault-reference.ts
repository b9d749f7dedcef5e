import { randomInt } from 'node:crypto';
import { referenceText } from '../domain/kernel/reference-text';
import { UnreadableRecord } from '../ports/unreadable-record';

/**
 * A short reference by which a person's words and the log's entry are brought together, like 7F3K; of a record that cannot be
 * read the one under which it is in quarantine.
 */
export const faultReference = (fault?: unknown): string =>
  fault instanceof UnreadableRecord ? fault.reference : referenceText(randomInt);
