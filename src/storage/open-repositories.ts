import { membershipType } from '../domain/memberships/membership-type';
import { planType } from '../domain/plans/plan-type';
import { problemType } from '../domain/problems/problem-type';
import { reportOrderType } from '../domain/reports/report-order-type';
import type { CustomerRepository } from '../ports/customers';
import type { CaseCounting, Recounting } from '../ports/metrics';
import type { ApiKeyRegister } from '../ports/api-keys';
import type { CaseRepository } from '../ports/cases';
import type { AddressBook, PostRegister } from '../ports/conversations';
import type { MembershipRepository } from '../ports/memberships';
import type { ProblemRepository } from '../ports/problems';
import type { PlanRepository } from '../ports/plans';
import type { NotificationRegister } from '../ports/notification-desk';
import type { ReportOrders } from '../ports/reports';
import { MOST } from './check-query';
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

export interface Repositories {
  readonly counters: Counters;
  readonly cases: CaseRepository;
  readonly posts: PostRegister;
  readonly addresses: AddressBook;
  readonly directories: StoredDirectory;
  readonly apiKeys: ApiKeyRegister;
  readonly memberships: MembershipRepository;
  readonly problems: ProblemRepository;
  readonly customers: CustomerRepository;
  readonly notifications: NotificationRegister;
  readonly counting: CaseCounting & Recounting;
  readonly plans: PlanRepository;
  readonly reportOrders: ReportOrders;
}

/** Opens the repositories on an engine, the directory read into memory. Throws a `StorageFault` where a schema cannot be brought up to date. */
export async function openRepositories(engine: Engine): Promise<Repositories> {
  const counterStore = await engine.store(COUNTER);
  // Looked at now, so that one that cannot be read is known at once and not by the first who needs its next number.
  await counterStore.find({ where: {}, limit: MOST });
  const counters = new Counters(counterStore);
  const caseStore = await engine.store(CASE);
  const cases = new StoredCases(caseStore, counters);
  const counting = new StoredCounting(caseStore);
  const posts = new StoredPosts(await engine.store(POST));
  const addresses = new StoredAddresses(await engine.store(ADDRESS));
  const directories = new StoredDirectory(await engine.store(GROUP), await engine.store(PERSON), counters);
  const apiKeys = new StoredApiKeys(await engine.store(API_KEY));
  const memberships = new StoredMemberships(
    membershipType,
    await engine.store(recordKind(membershipType)),
    counters,
  );
  const notifications = new StoredNotifications(await engine.store(NOTIFICATION));
  const problems = new StoredProblems(
    await engine.store(recordKind(problemType)),
    await engine.store(REPORTS_OF_STRANGER),
    counters,
  );
  const plans = new StoredPlans(planType, await engine.store(recordKind(planType)), counters);
  const customers = new StoredCustomers(await engine.store(ACCOUNT), await engine.store(CONTACT));
  const reportOrders = new StoredReportOrders(
    reportOrderType,
    await engine.store(recordKind(reportOrderType)),
    counters,
  );
  await directories.refresh();
  return {
    counters,
    cases,
    posts,
    addresses,
    directories,
    memberships,
    apiKeys,
    problems,
    customers,
    notifications,
    counting,
    plans,
    reportOrders,
  };
}
