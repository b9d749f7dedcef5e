import type { Case } from '../../src/domain/cases/case';
import { aCase, type Happened } from './cases';

export const MIB = 1024 * 1024;
const NOTES = 200;

/** A case of av2-agent whose record has about so many megabytes, of many long notes. */
export function caseOfMegabytes(megabytes: number, ...after: readonly Happened[]): Case {
  const text = 'x'.repeat(Math.floor((megabytes * MIB) / NOTES) - 100);
  const notes = Array.from({ length: NOTES }, (): Happened => ({ kind: 'noted', text }));
  return aCase(...notes, ...after);
}
