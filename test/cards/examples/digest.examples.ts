import type { Case } from '../../../src/domain/cases/case';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import type { PlanEntry, PlanTopic } from '../../../src/domain/plans/plan';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import type { Lateness } from '../../../src/domain/notifications/lateness';
import { alertsCard } from '../../../src/notifications/digest/alerts-card';
import { dailyDigest } from '../../../src/notifications/digest/digest-cards';
import type { DigestMessage } from '../../../src/notifications/digest/alerts-card';
import type { ValueOf } from '../../../src/cards/shared/presented';
import type { Example } from '../../../src/cards/shared/presented';
import { ESCALATED_CASE, LEVEL_3_CASE, NEW_CASE, REFERRED_CASE } from './example-cases';
import { IDS, worldAt } from './example-context';
import { askedFor, missed, ofPlan, told } from './example-messages';
import { ASKED, aviationPlan, MET, PLANNED } from './plan.examples';

const AFTER_THE_OUTAGE = worldAt('2026-11-30T08:00:00-05:00');
const recordIdInput = (of: Case, count: number, from: number): Case[] =>
  Array.from({ length: count }, (_, index) => ({
    ...of,
    number: `CS${String(from + index).padStart(7, '0')}`,
  }));
const TAGGED = [IDS.gatekeeper2, IDS.supervisor2];
const missedOf = (clock: string, cases: readonly Case[], mentions: readonly string[] = []): DigestMessage[] =>
  cases.map((each) => missed(each, clock, mentions));
/** The alerts on one card. */
function alerts(
  context: DomainContext,
  messages: readonly DigestMessage[],
  late?: Lateness,
): ValueOf<'digest'> {
  const card = alertsCard(messages, late, context);
  if (card.card !== 'digest') throw new Error('no digest');
  return card;
}
const BEFORE_IT_IS_DUE = worldAt('2026-11-24T21:30:00-05:00');

/** Many breaches and warnings at once. */
export const digestExamples: readonly Example<'digest'>[] = [
  {
    name: 'outage',
    context: AFTER_THE_OUTAGE,
    value: alerts(AFTER_THE_OUTAGE, missedOf('assignment#1', recordIdInput(NEW_CASE, 300, 100), TAGGED), {
      ms: 19 * 3_600_000,
      causes: ['swept'],
    }),
  },
  {
    name: 'two-groups-some-done',
    context: AFTER_THE_OUTAGE,
    value: alerts(AFTER_THE_OUTAGE, [
      ...missedOf('interim-response#1', recordIdInput(NEW_CASE, 4, 100)),
      ...missedOf('assignment#2', [ESCALATED_CASE, ...recordIdInput(LEVEL_3_CASE, 2, 200)]),
    ]),
  },
  {
    name: 'missed-and-near',
    context: AFTER_THE_OUTAGE,
    value: alerts(AFTER_THE_OUTAGE, [
      ...missedOf('assignment#1', recordIdInput(NEW_CASE, 3, 100), TAGGED),
      ...missedOf('resolution-level-2-and-3#1', recordIdInput(NEW_CASE, 3, 100)),
    ]),
  },
  {
    name: 'near',
    context: BEFORE_IT_IS_DUE,
    value: alerts(BEFORE_IT_IS_DUE, missedOf('assignment#1', recordIdInput(NEW_CASE, 6, 100))),
  },
  {
    name: 'all-done',
    context: AFTER_THE_OUTAGE,
    value: alerts(AFTER_THE_OUTAGE, missedOf('assignment#2', recordIdInput(LEVEL_3_CASE, 6, 200), TAGGED)),
  },
];

/** A membership request that waits for its supervisor. */
export const ASKED_REQUEST = askedFor(
  membershipType.evolve('MR4', [
    { kind: 'asked', name: 'Avery Brooks', group: 'av-l2', by: IDS.cic, at: 0, cause: 'asked' },
  ]),
);

/** What is told of the plan of that number. */
const numberedPlan = (id: string, topic: PlanTopic, ...entries: readonly PlanEntry[]): DigestMessage =>
  ofPlan({ ...aviationPlan(...entries), id }, topic);

/** What waited for a person's hour. */
export const dailyExamples: readonly Example<'list'>[] = [
  {
    name: 'daily-digest',
    context: AFTER_THE_OUTAGE,
    value: dailyDigest(
      [
        told(LEVEL_3_CASE),
        ...missedOf('assignment#1', recordIdInput(NEW_CASE, 2, 100)),
        told(REFERRED_CASE),
        ASKED_REQUEST,
      ],
      IDS.agent,
      AFTER_THE_OUTAGE,
    ),
  },
  {
    name: 'daily-digest-with-plans',
    context: AFTER_THE_OUTAGE,
    value: dailyDigest(
      [
        told(LEVEL_3_CASE),
        numberedPlan('AP0000003', 'asked', ASKED),
        numberedPlan('AP0000004', 'overdue', ASKED, { ...PLANNED, byWhen: '2026-11-27' }),
        numberedPlan('AP0000005', 'asked', ASKED, { ...PLANNED, byWhen: '2026-12-18' }),
        numberedPlan('AP0000006', 'met', ASKED, PLANNED, MET),
      ],
      IDS.agent,
      AFTER_THE_OUTAGE,
    ),
  },
];
