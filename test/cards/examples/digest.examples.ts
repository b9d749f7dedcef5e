import { alertDigestOf } from '../../../src/domain/cases/notices/alert-digest';
import type { ToldClock } from '../../../src/domain/cases/notices/worst-first';
import type { Notice } from '../../../src/domain/cases/notices/notice';
import type { PlanNotice } from '../../../src/domain/plans/plan-notice';
import type { Case } from '../../../src/domain/cases/case';
import type { PlanEntry } from '../../../src/domain/plans/plan';
import { dailyDigest } from '../../../src/cards/digests/daily-digest';
import type { DigestMessage } from '../../../src/cards/digests/daily-digest';
import type { Example } from '../../../src/cards/shared/presented';
import { ESCALATED_CASE, LEVEL_3_CASE, NEW_CASE, REFERRED_CASE } from './example-cases';
import { IDS, worldAt } from './example-world';
import { ASKED, aviationPlan, MET, PLANNED } from './plan.examples';

const AFTER_THE_OUTAGE = worldAt('2026-11-30T08:00:00-05:00');
const numbered = (of: Case, count: number, from: number): Case[] =>
  Array.from({ length: count }, (_, index) => ({
    ...of,
    number: `CS${String(from + index).padStart(7, '0')}`,
  }));
const missedOf = (clock: ToldClock['clock'], cases: readonly Case[]): ToldClock[] =>
  cases.map((each) => ({ case: each, clock }));
const subject = { kind: 'breach', clock: 'assignment#1', dueAt: 0 } as const;
const TAGGED = [{ subject, mentions: [IDS.gatekeeper2, IDS.supervisor2] }];
const BEFORE_IT_IS_DUE = worldAt('2026-11-24T21:30:00-05:00');

/** Many breaches and warnings at once. */
export const digestExamples: readonly Example<'digest'>[] = [
  {
    name: 'outage',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: alertDigestOf(missedOf('assignment#1', numbered(NEW_CASE, 300, 100)), TAGGED, AFTER_THE_OUTAGE),
      late: { ms: 19 * 3_600_000, causes: ['swept'] },
    },
  },
  {
    name: 'two-groups-some-done',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: alertDigestOf(
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
    name: 'missed-and-near',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: alertDigestOf(
        [
          ...missedOf('assignment#1', numbered(NEW_CASE, 3, 100)),
          ...missedOf('resolution-level-2-and-3#1', numbered(NEW_CASE, 3, 100)),
        ],
        TAGGED,
        AFTER_THE_OUTAGE,
      ),
    },
  },
  {
    name: 'near',
    world: BEFORE_IT_IS_DUE,
    value: {
      card: 'digest',
      digest: alertDigestOf(missedOf('assignment#1', numbered(NEW_CASE, 6, 100)), [], BEFORE_IT_IS_DUE),
    },
  },
  {
    name: 'all-done',
    world: AFTER_THE_OUTAGE,
    value: {
      card: 'digest',
      digest: alertDigestOf(
        missedOf('assignment#2', numbered(LEVEL_3_CASE, 6, 200)),
        TAGGED,
        AFTER_THE_OUTAGE,
      ),
    },
  },
];

const told = (of: Case): DigestMessage => ({
  notice: {
    id: of.number,
    caseNumber: of.number,
    subject: { kind: 'told', entry: of.timeline.length - 1 },
    to: { kind: 'person', person: IDS.agent },
    mentions: [],
    madeAt: 0,
  },
  case: of,
});

/** A membership request that waits for its supervisor. */
export const ASKED_REQUEST: DigestMessage = {
  notice: {
    id: 'MR4',
    request: 'MR4',
    subject: 'asked',
    to: { kind: 'person', person: IDS.supervisor2 },
    madeAt: 0,
  },
  request: {
    id: 'MR4',
    person: IDS.cic,
    name: 'Avery Brooks',
    group: 'av-l2',
    askedAt: 0,
    cause: 'asked',
  },
};

/** A notice of a plan with the number. */
const ofPlan = (
  id: string,
  subject: PlanNotice['subject'],
  ...entries: readonly PlanEntry[]
): DigestMessage => ({
  notice: { id, plan: id, subject, to: { kind: 'person', person: IDS.agent }, madeAt: 0 },
  plan: { ...aviationPlan(...entries), id },
});

/** What waited for a person's hour. */
export const dailyExamples: readonly Example<'list'>[] = [
  {
    name: 'daily-digest',
    world: AFTER_THE_OUTAGE,
    value: dailyDigest(
      [
        told(LEVEL_3_CASE),
        ...numbered(NEW_CASE, 2, 100).map((of): DigestMessage => {
          const { notice } = told(of);
          return { notice: { ...notice, subject } as Notice, case: of };
        }),
        told(REFERRED_CASE),
        ASKED_REQUEST,
      ],
      IDS.agent,
      AFTER_THE_OUTAGE,
    ),
  },
  {
    name: 'daily-digest-with-plans',
    world: AFTER_THE_OUTAGE,
    value: dailyDigest(
      [
        told(LEVEL_3_CASE),
        ofPlan('AP0000003', 'asked', ASKED),
        ofPlan('AP0000004', 'overdue', ASKED, { ...PLANNED, byWhen: '2026-11-27' }),
        ofPlan('AP0000005', 'asked', ASKED, { ...PLANNED, byWhen: '2026-12-18' }),
        ofPlan('AP0000006', 'met', ASKED, PLANNED, MET),
      ],
      IDS.agent,
      AFTER_THE_OUTAGE,
    ),
  },
];
