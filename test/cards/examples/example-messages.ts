import { caseDelivery } from '../../../src/cards/cases/case-delivery';
import { membershipDelivery } from '../../../src/cards/memberships/membership-delivery';
import { planDelivery } from '../../../src/cards/plans/plan-delivery';
import type { Case } from '../../../src/domain/cases/case';
import { caseType } from '../../../src/domain/cases/case-type';
import type { Notification } from '../../../src/domain/kernel/notification';
import type { MembershipRequest } from '../../../src/domain/memberships/membership';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import type { ActionPlan, PlanTopic } from '../../../src/domain/plans/plan';
import { planType } from '../../../src/domain/plans/plan-type';
import type { DigestMessage } from '../../../src/notifications/digest/alerts-card';
import type { AnyWorkedKind } from '../../../src/records/kinds';
import { MemoryCases } from '../../support/memory/memory-cases';
import { memoryMemberships, memoryPlans } from '../../support/memory/memory-records';
import { IDS } from './example-context';

// Notifications of records, as they leave in a digest.

const CASES: AnyWorkedKind = { type: caseType, records: new MemoryCases(), delivery: caseDelivery };
const MEMBERSHIPS: AnyWorkedKind = {
  type: membershipType,
  records: memoryMemberships(),
  delivery: membershipDelivery,
};
const PLANS: AnyWorkedKind = { type: planType, records: memoryPlans(), delivery: planDelivery };

const noticeOf = (kind: string, id: string, said: Pick<Notification, 'topic'>): Notification => ({
  ...{ id: `${kind} ${id}`, about: { kind, id }, mentions: [], madeAt: 0 },
  to: { kind: 'person', person: IDS.agent },
  ...said,
});

/** Word of the last entry of a case. */
export const told = (of: Case): DigestMessage => ({
  notice: { ...noticeOf('case', of.number, { topic: 'told' }), entry: of.timeline.length - 1 },
  kind: CASES,
  state: of,
});

/** A missed clock of a case. */
export const missed = (of: Case, clock: string, mentions: readonly string[] = []): DigestMessage => ({
  notice: { ...noticeOf('case', of.number, { topic: 'breach' }), clock, dueAt: 0, mentions },
  kind: CASES,
  state: of,
});

/** That a membership is asked for. */
export const askedFor = (request: MembershipRequest): DigestMessage => ({
  notice: { ...noticeOf('membership', request.id, { topic: 'asked' }), entry: 0 },
  kind: MEMBERSHIPS,
  state: request,
});

/** What is told of a plan. */
export const ofPlan = (plan: ActionPlan, topic: PlanTopic): DigestMessage => ({
  notice: noticeOf('plan', plan.id, { topic }),
  kind: PLANS,
  state: plan,
});
