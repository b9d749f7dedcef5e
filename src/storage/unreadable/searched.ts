import { UnreadableRecord } from '../../ports/unreadable-record';
import { MAX } from '../check-query';
import type { Stored } from '../store';

/** Of what a search reads, those that can be read, and whether that is all or more have to be asked for. */
export function searched<T>(
  read: readonly (Stored<T> | UnreadableRecord)[],
  asked: number,
  limit: number,
): {
  readonly found: readonly Stored<T>[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly askNext?: number;
} {
  const unreadable = read.filter((one) => one instanceof UnreadableRecord);
  const found = read.filter((one): one is Stored<T> => !(one instanceof UnreadableRecord));
  const isAll = found.length >= limit || read.length < asked || asked >= MAX;
  const next = { found: found.slice(0, limit), unreadable };
  return isAll ? next : { ...next, askNext: Math.min(MAX, asked + unreadable.length) };
}
