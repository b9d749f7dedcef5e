import type { Notification } from '../../../src/domain/kernel/notification';
import { CASES, MEMBERSHIPS, PLANS, PROBLEMS, REPORT_ORDERS } from '../records/record-kinds';
import type { AnyKindUnderTest } from '../records/record-kinds';
import { CASE_NOTICES, PLAN_NOTICES, PROBLEM_NOTICES, REPORT_NOTICES, REQUEST_NOTICES } from './old-notices';

/** A record as versions before 2 stored it, and what is read of it. */
export interface OldRecord {
  readonly kind: AnyKindUnderTest;
  readonly id: string;
  readonly stored: Readonly<Record<string, unknown>>;
  readonly notices: readonly (readonly [old: object, now: Notification])[];
  /** What its state says, and the kinds of its entries. */
  readonly state: object;
  readonly entries: readonly string[];
  readonly nextDueAt?: number;
  /** What no version stored so, which cannot be read. */
  readonly damaged: readonly object[];
}

const ACT = { by: 'ann', at: 1_793_620_800_000, cause: 'a:201|activity-1' };
const ANSWER = { by: 'gina', at: ACT.at + 60_000, cause: 'a:301|activity-2' };

const details = {
  account: { kind: 'DoDAAC', code: 'W25G1V' },
  contact: { name: 'Pat Customer', email: 'pat@example.mil' },
  customerChannel: 'telephone',
  externalContact: true,
  msc: 'aviation',
  pr: '7001234567',
  reason: 'order-status',
  description: 'When does it ship?',
  problemNotes: 'No date.',
};
const openedCase = { kind: 'opened', origin: 'level-2', level: 2, group: 'av2', details, ...ACT };

export const OLD_CASE: OldRecord = {
  kind: CASES,
  id: 'CS0000001',
  stored: {
    number: 'CS0000001',
    timeline: [openedCase, { kind: 'noted', text: 'Called.', ...ANSWER }],
    counted: { entries: 2, sla: 'ok' },
    nextDueAt: 500,
  },
  notices: CASE_NOTICES,
  state: { number: 'CS0000001', group: 'av2', details: { pr: '7001234567' } },
  entries: ['opened', 'noted'],
  nextDueAt: 500,
  damaged: [{ number: 7, timeline: [openedCase] }, { number: 'CS0000002' }, { timeline: [openedCase] }],
};

const request = {
  id: 'MR1',
  person: 'ann',
  name: 'Ann',
  group: 'av2',
  askedAt: ACT.at,
  cause: ACT.cause,
} as const;

const OLD_REQUEST: OldRecord = {
  kind: MEMBERSHIPS,
  id: 'MR1',
  stored: { request },
  notices: REQUEST_NOTICES,
  state: request,
  entries: ['asked'],
  damaged: [{ request: 5 }, { request: null }, { request: { id: 'MR2' } }],
};
const declined = { how: 'declined', reason: 'It is full.', ...ANSWER } as const;
const approved = { how: 'approved', ...ANSWER } as const;

const OLD_PROBLEM: OldRecord = {
  kind: PROBLEMS,
  id: 'PB0000001',
  stored: {
    report: {
      id: 'PB0000001',
      person: 'ann',
      name: 'Ann',
      ...{ at: ACT.at, cause: ACT.cause },
      metIn: { kind: 'personal', conversationId: 'a:201' },
      text: 'My queue was empty.',
      reference: '7F3K',
      answers: [{ text: 'It is corrected.', ...ANSWER }],
    },
  },
  notices: PROBLEM_NOTICES,
  state: {
    ...{ id: 'PB0000001', person: 'ann', name: 'Ann', at: ACT.at, cause: ACT.cause },
    metIn: { kind: 'personal', conversationId: 'a:201' },
    ...{ text: 'My queue was empty.', reference: '7F3K' },
    answers: [{ text: 'It is corrected.', ...ANSWER }],
  },
  entries: ['reported', 'answered'],
  damaged: [{ report: 5 }, { report: null }, { report: { id: 'PB0000002', answers: [] } }],
};

const missed = {
  ...{ month: '2026-10', count: 100, met: 70, goal: '85 % in 16 business days or less', goalPercent: 85 },
  worst: ['CS0000003'],
};
const plan = {
  id: 'AP0000001',
  measure: 'level-2-and-3-crt',
  scope: { kind: 'msc', key: 'aviation', name: 'Aviation' },
  missed,
  entries: [
    { kind: 'asked', by: 'casekeeper', at: ACT.at, cause: 'figures of 2026-10' },
    { kind: 'planned', what: 'Two more agents.', who: 'Kim Lee', byWhen: '2026-11-20', ...ANSWER },
  ],
};

const OLD_PLAN: OldRecord = {
  kind: PLANS,
  id: 'AP0000001',
  stored: { plan },
  notices: PLAN_NOTICES,
  state: plan,
  entries: ['opened', 'asked', 'planned'],
  nextDueAt: Date.parse('2026-11-21T00:00-05:00'),
  damaged: [{ plan: 5 }, { plan: null }, { plan: { id: 'AP0000002', entries: [] } }],
};

const order = {
  id: 'RO1',
  what: { kind: 'monthly' },
  scope: 'enterprise',
  conversation: '19:a',
  to: { kind: 'person', person: 'ann' },
  by: 'ann',
  at: ACT.at,
};
const ended = { by: 'ben', at: ACT.at + 1 };
const review = { ...order, what: { kind: 'review', date: '2026-12-15' } };

function oldOrder(said: object, entries: readonly string[], nextDueAt?: number): OldRecord {
  return {
    kind: REPORT_ORDERS,
    id: 'RO1',
    stored: { order: said },
    notices: REPORT_NOTICES,
    state: said,
    entries,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
    damaged: [{ order: 5 }, { order: null }, { order: { id: 'RO2' } }],
  };
}

/** What each is called, and it. */
export const OLD_RECORDS: readonly (readonly [string, OldRecord])[] = [
  ['a case', OLD_CASE],
  ['an open request', OLD_REQUEST],
  [
    'a declined request',
    {
      ...OLD_REQUEST,
      stored: { request: { ...request, answer: declined } },
      state: { ...request, answer: declined },
      entries: ['asked', 'declined'],
    },
  ],
  [
    'an approved request',
    {
      ...OLD_REQUEST,
      stored: { request: { ...request, answer: approved } },
      state: { ...request, answer: approved },
      entries: ['asked', 'approved'],
    },
  ],
  ['an answered problem', OLD_PROBLEM],
  ['a planned action plan', OLD_PLAN],
  ['a monthly order', oldOrder({ ...order, dueAt: 500 }, ['ordered'], 500)],
  [
    'a monthly order that was posted',
    oldOrder({ ...order, posted: '2026-10', dueAt: 500 }, ['ordered', 'posted'], 500),
  ],
  ['a review that was posted', oldOrder({ ...review, posted: '2026-11' }, ['ordered', 'posted'])],
  ['an order that was ended', oldOrder({ ...order, dueAt: 500, ended }, ['ordered', 'ended'])],
];
