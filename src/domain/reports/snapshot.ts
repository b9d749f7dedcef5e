import type { Share } from '../metrics/scorecard';
import { scoredOf, type Report } from './report';

/** The figures of a report as they were posted, small enough to stand in its link: of each measure met and count. */
export type Snapshot = Readonly<Record<string, readonly [met: number, count: number]>>;

/** A measure whose figure is another one than when the report was posted. */
export interface Changed {
  readonly name: string;
  readonly unit?: string;
  readonly then: Share;
  readonly now: Share;
}

export const snapshotOf = ({ scorecard }: Pick<Report, 'scorecard'>): Snapshot =>
  Object.fromEntries(scoredOf(scorecard).map(({ key, met, count }) => [key, [met, count] as const]));

/** What changed since a report was posted, in the order of the scorecard; measures that the snapshot has not are left out. */
export function changedSince(then: Snapshot, { scorecard }: Pick<Report, 'scorecard'>): readonly Changed[] {
  return scoredOf(scorecard).flatMap(({ key, name, unit, met, count }): Changed[] => {
    const known = then[key];
    if (known === undefined || (known[0] === met && known[1] === count)) return [];
    const share = (ofMet: number, ofCount: number): Share =>
      ofCount === 0
        ? { met: ofMet, count: ofCount }
        : { met: ofMet, count: ofCount, percent: (ofMet * 100) / ofCount };
    const change = { name, then: share(known[0], known[1]), now: share(met, count) };
    return [unit === undefined ? change : { ...change, unit }];
  });
}
