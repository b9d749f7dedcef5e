import { numberText } from '../domain/metrics/figure-text';

/** How many rows came before this page, as a button carries it: to be told, and nothing else. */
export const startOf = (shown: string): number => (/^\d{1,7}$/.test(shown) ? Number(shown) : 0);

/** "11 to 20 of 120", or nothing if there are no rows. */
export function shownText(start: number, rows: number, count: number): string {
  if (rows === 0) return '';
  const last = start + rows;
  // What changed between two pages is not made up: there are never fewer than were shown.
  return `${numberText(start + 1)} to ${numberText(last)} of ${numberText(Math.max(count, last))}`;
}
