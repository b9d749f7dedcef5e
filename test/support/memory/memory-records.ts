import { membershipType } from '../../../src/domain/memberships/membership-type';
import { planType } from '../../../src/domain/plans/plan-type';
import { problemType } from '../../../src/domain/problems/problem-type';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import { recordKind } from '../../../src/storage/record-kind';
import { COUNTER, Counters } from '../../../src/storage/repositories/counters';
import { StoredMemberships } from '../../../src/storage/repositories/membership-repository';
import { StoredPlans } from '../../../src/storage/repositories/plan-repository';
import { REPORTS_OF_STRANGER, StoredProblems } from '../../../src/storage/repositories/problem-repository';
import { StoredReportOrders } from '../../../src/storage/repositories/report-orders';
import { memoryStore } from './memory-store';

// The records of each kind in memory.

export const memoryCounters = (): Counters => new Counters(memoryStore(COUNTER));

export const memoryMemberships = (): StoredMemberships =>
  new StoredMemberships(membershipType, memoryStore(recordKind(membershipType)), memoryCounters());

export const memoryPlans = (): StoredPlans =>
  new StoredPlans(planType, memoryStore(recordKind(planType)), memoryCounters());

export const memoryReportOrders = (): StoredReportOrders =>
  new StoredReportOrders(reportOrderType, memoryStore(recordKind(reportOrderType)), memoryCounters());

export const memoryProblems = (): StoredProblems =>
  new StoredProblems(
    memoryStore(recordKind(problemType)),
    memoryStore(REPORTS_OF_STRANGER),
    memoryCounters(),
  );
