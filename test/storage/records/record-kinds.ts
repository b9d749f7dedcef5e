import { caseType } from '../../../src/domain/cases/case-type';
import type { Case } from '../../../src/domain/cases/case';
import type { CaseEvent } from '../../../src/domain/cases/timeline';
import { changeOf } from '../../../src/domain/kernel/change-of';
import type { Notification } from '../../../src/domain/kernel/notification';
import type { RecordChange, RecordType } from '../../../src/domain/kernel/record-type';
import type { MembershipEvent, MembershipRequest } from '../../../src/domain/memberships/membership';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import type { ActionPlan, PlanEvent } from '../../../src/domain/plans/plan';
import { planType } from '../../../src/domain/plans/plan-type';
import type { ProblemEvent, ProblemReport } from '../../../src/domain/problems/problem-report';
import { problemType } from '../../../src/domain/problems/problem-type';
import type { OrderEvent, ReportOrder } from '../../../src/domain/reports/report-order';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import type { Records } from '../../../src/ports/records';
import type { Repositories } from '../../../src/storage/open-repositories';
import { details, opened } from '../../support/cases';
import { aFigure, aSubject } from '../../support/plans';
import { aWorld, START } from '../../support/site';

/** A kind of record as the contract of all kinds works it. */
export interface KindUnderTest<State, Event extends { readonly kind: string }> {
  readonly type: RecordType<State, Event>;
  /** The id of the first. */
  readonly first: string;
  records(of: Repositories): Records<State>;
  /** What opens the nth record; no two of them hold one key. They are opened by `person-<nth>`. */
  opening(nth: number): readonly Event[];
  /** What may happen to it any number of times. */
  further(nth: number): readonly Event[];
  /** The unique index of a key of the kind's own, records that want the key of the nth, and what lets go of it. */
  readonly key?: {
    readonly index: string;
    rival(nth: number, which: number): readonly Event[];
    readonly freeing: readonly Event[];
  };
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table of kinds of every state
export type AnyKindUnderTest = KindUnderTest<any, any>;

const openedWith = (nth: number): CaseEvent =>
  opened('av2', { assignee: undefined, details: details({ pr: String(7_000_000_000 + nth) }) });

export const CASES: KindUnderTest<Case, CaseEvent> = {
  type: caseType,
  first: 'CS0000001',
  records: ({ cases }) => cases,
  opening: (nth) => [openedWith(nth)],
  further: (nth) => [{ kind: 'noted', text: `note ${nth}` }],
  key: {
    index: 'openPr',
    rival: (nth) => [openedWith(nth)],
    freeing: [{ kind: 'closed', text: 'Done.' }],
  },
};

const askedIn = (group: string): MembershipEvent => ({ kind: 'asked', name: 'Ann', group });

export const MEMBERSHIPS: KindUnderTest<MembershipRequest, MembershipEvent> = {
  type: membershipType,
  first: 'MR1',
  records: ({ memberships }) => memberships,
  opening: () => [askedIn('av2')],
  further: () => [{ kind: 'approved' }],
  key: {
    index: 'membership_open',
    rival: () => [askedIn('AV2')],
    freeing: [{ kind: 'declined', reason: 'It is full.' }],
  },
};

const metIn = { kind: 'personal', conversationId: 'a:1' } as const;

export const PROBLEMS: KindUnderTest<ProblemReport, ProblemEvent> = {
  type: problemType,
  first: 'PB0000001',
  records: ({ problems }) => problems,
  opening: (nth) => [{ kind: 'reported', name: 'Ann', metIn, text: `It hangs ${nth}.`, reference: '7F3K' }],
  further: (nth) => [{ kind: 'answered', text: `answer ${nth}` }],
};

const askedOf = (nth: number, month = '2026-10'): readonly PlanEvent[] => [
  {
    kind: 'opened',
    ...aSubject({
      scope: { kind: 'group', key: `G${nth}`, name: `Group ${nth}` },
      missed: { ...aFigure(month), worst: ['CS0000003'] },
    }),
  },
  { kind: 'asked' },
];

export const PLANS: KindUnderTest<ActionPlan, PlanEvent> = {
  type: planType,
  first: 'AP0000001',
  records: ({ plans }) => plans,
  opening: (nth) => askedOf(nth),
  further: (nth) => [{ kind: 'missed-again', figure: aFigure(`20${30 + (nth % 60)}-01`) }],
  key: {
    index: 'plan_open_for',
    // A plan of a month is asked for once, open or not: each is of another.
    rival: (nth, which) => askedOf(nth, `${2026 + which}-10`),
    freeing: [{ kind: 'withdrawn', why: 'It is not followed.' }],
  },
};

const orderedIn = (conversation: string): OrderEvent => ({
  kind: 'ordered',
  what: { kind: 'monthly' },
  scope: 'enterprise',
  conversation,
  to: { kind: 'person', person: 'ann' },
  dueAt: START,
});

export const REPORT_ORDERS: KindUnderTest<ReportOrder, OrderEvent> = {
  type: reportOrderType,
  first: 'RO1',
  records: ({ reportOrders }) => reportOrders,
  opening: (nth) => [orderedIn(`19:${nth}`)],
  further: (nth) => [{ kind: 'set-back', dueAt: START + nth }],
  key: {
    index: 'reportOrder_standing',
    rival: (nth) => [orderedIn(`19:${nth}`)],
    freeing: [{ kind: 'ended' }],
  },
};

/** What a change has beside its events. */
interface Written {
  readonly by?: string;
  readonly at?: number;
  readonly cause?: string;
  readonly notifications?: readonly Notification[];
  readonly nextDueAt?: number;
}

/** The events on a record as a change, a minute after what was before; what it sends and is due at is only what is given. */
export function changeWith<State, Event extends { readonly kind: string }>(
  type: RecordType<State, Event>,
  id: string,
  before: State | undefined,
  events: readonly Event[],
  { by = 'someone', notifications = [], nextDueAt, ...given }: Written = {},
): RecordChange<State> {
  const nth = before === undefined ? 0 : type.timelineOf(before).length;
  const { at = START - 3_600_000 + nth * 60_000, cause = `${id} ${nth}` } = given;
  const act = { by, at, cause };
  const { state } = changeOf(type, id, before, events, act, aWorld(at));
  return { id, state, notifications, ...(nextDueAt === undefined ? {} : { nextDueAt }) };
}

/** A notification about a record, as if its change had made it. */
export const aboutRecord = (type: { readonly name: string }, id: string, name: string): Notification => ({
  id: `${id}/${name}`,
  about: { kind: type.name, id },
  topic: 'told',
  entry: 0,
  to: { kind: 'person', person: 'ann' },
  mentions: [],
  madeAt: START,
});
