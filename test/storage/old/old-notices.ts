import type { Notification } from '../../../src/domain/kernel/notification';

// Notices as versions before 2 stored them, each beside what it is now.

type Now = Omit<Notification, 'id' | 'to' | 'mentions' | 'madeAt'>;
type Pair = readonly [old: object, now: Notification];

const NUMBER = 'CS0000001';
const CASE = { kind: 'case', id: NUMBER };
const GROUP = { kind: 'group', group: 'av2' } as const;
const PERSON = { kind: 'person', person: 'ann' } as const;
const CLOCK = { clock: 'assignment#1', dueAt: 9_000 };

function ofCase(subject: object, to: Notification['to'], now: Omit<Now, 'about'> & Partial<Now>): Pair {
  const common = { id: `${NUMBER}/${JSON.stringify(subject)}`, to, mentions: ['gina'], madeAt: 7_000 };
  return [
    { ...common, caseNumber: NUMBER, subject },
    { about: CASE, ...now, ...common },
  ];
}

/** Of a case, as they stood with it until they were handed over. */
export const CASE_NOTICES: readonly Pair[] = [
  ofCase({ kind: 'arrival' }, GROUP, { topic: 'arrival' }),
  ...(['warning', 'breach', 'escalation'] as const).map((kind) =>
    ofCase({ kind, ...CLOCK }, kind === 'escalation' ? PERSON : GROUP, { topic: kind, ...CLOCK }),
  ),
  ...['referred-back', 'recalled', 'supervisors-asked', 'approval', 'told'].map((kind) =>
    ofCase({ kind, entry: 3 }, kind === 'recalled' ? GROUP : PERSON, { topic: kind, entry: 3 }),
  ),
  ofCase({ kind: 'assignee-left', entry: 4 }, GROUP, { topic: 'assignee-left', entry: 4, bundle: 'left' }),
  ofCase({ kind: 'refresh', entry: 5 }, { kind: 'posts' }, { topic: 'refresh', entry: 5 }),
  ofCase({ kind: 'mail', entry: 6 }, { kind: 'customer' }, { topic: 'mail', entry: 6 }),
];

/** What delivery itself put into the outbox: that a conversation is gone, and that a record is in quarantine. */
const DELIVERY_NOTICES: readonly Pair[] = [
  ofCase({ kind: 'undelivered', lost: GROUP }, PERSON, { topic: 'undelivered', detail: { group: 'av2' } }),
  ofCase({ kind: 'undelivered', lost: PERSON }, PERSON, { topic: 'undelivered', detail: { person: 'ann' } }),
  ofCase({ kind: 'set-aside', reference: '7F3K' }, PERSON, {
    about: { kind: 'quarantine', id: NUMBER },
    topic: 'clocks',
    detail: { reference: '7F3K', kind: 'case', id: NUMBER },
  }),
  ofCase(
    { kind: 'set-aside', reference: 'K2P9', record: { kind: 'plan', id: 'AP0000007', why: 'unreadable' } },
    PERSON,
    {
      about: { kind: 'quarantine', id: NUMBER },
      topic: 'unreadable',
      detail: { reference: 'K2P9', kind: 'plan', id: 'AP0000007' },
    },
  ),
];

function ofRecord(
  [member, id]: readonly [string, string],
  kind: string,
  topic: string,
  to: Notification['to'] = PERSON,
  [more, now]: readonly [object, object] = [{}, {}],
): Pair {
  const common = { id: `${id}/${topic}/0/person:ann`, to, madeAt: 7_000 };
  return [
    { ...common, [member]: id, subject: topic, ...more },
    { ...common, about: { kind, id }, topic, mentions: [], ...now },
  ];
}

export const REQUEST_NOTICES: readonly Pair[] = [
  ofRecord(['request', 'MR1'], 'membership', 'asked', GROUP),
  ofRecord(['request', 'MR1'], 'membership', 'answered'),
];
export const PROBLEM_NOTICES: readonly Pair[] = [
  ofRecord(['problem', 'PB0000001'], 'problem', 'reported'),
  ofRecord(['problem', 'PB0000001'], 'problem', 'answered'),
];
export const PLAN_NOTICES: readonly Pair[] = ['asked', 'overdue', 'met'].map((topic) =>
  ofRecord(['plan', 'AP0000001'], 'plan', topic),
);

const CHANNEL = {
  kind: 'conversation',
  address: { conversationId: '19:a', serviceUrl: 'http://127.0.0.1:9/', tenantId: 't', kind: 'channel' },
} as const;
const OCTOBER = [
  { month: '2026-10', dueAt: 6_000 },
  { detail: { month: '2026-10' }, dueAt: 6_000 },
] as const;
export const REPORT_NOTICES: readonly Pair[] = [
  ofRecord(['report', 'RO1'], 'reportOrder', 'monthly', CHANNEL, OCTOBER),
  ofRecord(['report', 'RO1'], 'reportOrder', 'review', PERSON, OCTOBER),
];

export const ALL_NOTICES: readonly Pair[] = [
  ...[...CASE_NOTICES, ...DELIVERY_NOTICES, ...REQUEST_NOTICES],
  ...[...PROBLEM_NOTICES, ...PLAN_NOTICES, ...REPORT_NOTICES],
];
