import { breachDigestOf } from '../../domain/alerts/breach-digest';
import type { MissedClock } from '../../domain/alerts/missed-work';
import type { Case } from '../../domain/cases/case';
import type { Example } from '../presented';
import { ESCALATED_CASE, LEVEL_3_CASE, NEW_CASE } from './example-cases';
import { IDS, worldAt } from './example-world';

const AFTER_THE_OUTAGE = worldAt('2026-11-30T08:00:00-05:00');
const numbered = (of: Case, count: number, from: number): Case[] =>
  Array.from({ length: count }, (_, index) => ({
    ...of,
    number: `CS${String(from + index).padStart(7, '0')}`,
  }));
const missedOf = (clock: MissedClock['clock'], cases: readonly Case[]): MissedClock[] =>
  cases.map((each) => ({ case: each, clock }));
const TAGGED = [{ mentions: [IDS.gatekeeper2, IDS.supervisor2] }];

/** Many breaches at once. */
export const digestExamples: readonly Example<'digest'>[] = [
  {
    name: 'outage',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: breachDigestOf(
        missedOf('assignment#1', numbered(NEW_CASE, 300, 100)),
        TAGGED,
        AFTER_THE_OUTAGE,
      ),
    },
  },
  {
    name: 'two-groups-some-done',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: breachDigestOf(
        [
          ...missedOf('interim-response#1', numbered(NEW_CASE, 4, 100)),
          ...missedOf('assignment#2', [ESCALATED_CASE, ...numbered(LEVEL_3_CASE, 2, 200)]),
        ],
        [],
        AFTER_THE_OUTAGE,
      ),
    },
  },
  {
    name: 'all-done',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: breachDigestOf(
        missedOf('assignment#2', numbered(LEVEL_3_CASE, 6, 200)),
        TAGGED,
        AFTER_THE_OUTAGE,
      ),
    },
  },
];
