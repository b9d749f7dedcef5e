import { randomInt } from 'node:crypto';
import { referenceText } from '../domain/kernel/reference-text';
import { UnreadableRecord } from '../ports/unreadable-record';

/**
 * A short reference that links what a person was shown to the log, such as 7F3K; for a record that cannot be
 * read, its reference in the quarantine.
 */
export const faultReference = (fault?: unknown): string =>
  fault instanceof UnreadableRecord ? fault.reference : referenceText(randomInt);
