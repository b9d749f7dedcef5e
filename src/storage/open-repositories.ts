import { membershipType } from '../domain/memberships/membership-type';
import { planType } from '../domain/plans/plan-type';
import { problemType } from '../domain/problems/problem-type';
import { reportOrderType } from '../domain/reports/report-order-type';
import type { CaseRepository } from '../ports/cases';
import { MAX } from './check-query';
import { ADDRESS, StoredAddresses } from './repositories/address-book';
import { API_KEY, StoredApiKeys } from './repositories/api-key-register';
import { StoredCounting } from './repositories/case-counting';
import { CASE } from './repositories/case-record';
import { StoredCases } from './repositories/case-repository';
import { COUNTER, Counters } from './repositories/counters';
import { ACCOUNT, CONTACT } from './repositories/customer-records';
import { StoredCustomers } from './repositories/customer-repository';
import { PERSON, StoredDirectory } from './repositories/directory-register';
import { GROUP } from './repositories/group-record';
import { StoredMemberships } from './repositories/membership-repository';
import { NOTIFICATION, StoredNotifications } from './repositories/notification-register';
import { StoredPlans } from './repositories/plan-repository';
import { POST, StoredPosts } from './repositories/post-register';
import { REPORTS_OF_STRANGER, StoredProblems } from './repositories/problem-repository';
import { StoredReportOrders } from './repositories/report-orders';
import { recordKind } from './record-kind';
import type { Engine } from './store';

export type Repositories = Awaited<ReturnType<typeof openRepositories>>;

/** Opens the repositories on an engine, the directory read into memory. Throws a `StorageFault` where a schema cannot be updated. */
export async function openRepositories(engine: Engine) {
  const counterStore = await engine.store(COUNTER);
  // Checked now, so that an unreadable counter is known at once, not when its next number is needed.
  await counterStore.find({ where: {}, limit: MAX });
  const counters = new Counters(counterStore);
  const caseStore = await engine.store(CASE);
  const cases: CaseRepository = new StoredCases(caseStore, counters);
  const memberships = await engine.store(recordKind(membershipType));
  const problems = await engine.store(recordKind(problemType));
  const plans = await engine.store(recordKind(planType));
  const reportOrders = await engine.store(recordKind(reportOrderType));
  const directories = new StoredDirectory(await engine.store(GROUP), await engine.store(PERSON), counters);
  await directories.refresh();
  return {
    counters,
    directories,
    cases,
    counting: new StoredCounting(caseStore),
    memberships: new StoredMemberships(membershipType, memberships, counters),
    problems: new StoredProblems(problems, await engine.store(REPORTS_OF_STRANGER), counters),
    plans: new StoredPlans(planType, plans, counters),
    reportOrders: new StoredReportOrders(reportOrderType, reportOrders, counters),
    customers: new StoredCustomers(await engine.store(ACCOUNT), await engine.store(CONTACT)),
    posts: new StoredPosts(await engine.store(POST)),
    addresses: new StoredAddresses(await engine.store(ADDRESS)),
    notifications: new StoredNotifications(await engine.store(NOTIFICATION)),
    apiKeys: new StoredApiKeys(await engine.store(API_KEY)),
  };
}
