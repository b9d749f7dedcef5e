import { caseDelivery } from '../cards/cases/case-delivery';
import { membershipDelivery } from '../cards/memberships/membership-delivery';
import { planDelivery } from '../cards/plans/plan-delivery';
import { problemDelivery } from '../cards/problems/problem-delivery';
import { reportDelivery } from '../cards/reports/report-delivery';
import { caseType } from '../domain/cases/case-type';
import { admittedBy, type MembershipRequest } from '../domain/memberships/membership';
import { membershipType } from '../domain/memberships/membership-type';
import { isPlanHour } from '../domain/plans/plan-hours';
import { planType } from '../domain/plans/plan-type';
import { problemType } from '../domain/problems/problem-type';
import { reportOrderType } from '../domain/reports/report-order-type';
import { kindsOf, type AnyWorkedKind, type Kinds } from '../records/kinds';
import type { DirectoryRegister } from '../ports/directories';
import type { ReportService } from '../ports/reports';
import type { Counters } from '../storage/repositories/counters';
import { recordKind } from '../storage/record-kind';
import type { Engine } from '../storage/store';
import { StoredRecords } from '../storage/stored-records';
import type { AnyKindModule } from './kind-module';
import type { Repositories } from '../storage/open-repositories';

/** Opens the records of further kinds on an engine. */
export async function openKinds(
  modules: readonly AnyKindModule[],
  engine: Engine,
  counters: Counters,
): Promise<readonly AnyWorkedKind[]> {
  return Promise.all(
    modules.map(async ({ type, delivery }) => {
      const store = await engine.store(recordKind(type));
      return { type, delivery, records: new StoredRecords(type, store, counters) };
    }),
  );
}

/** Every kind of record that the site works. */
export function siteKinds(
  {
    cases,
    directories,
    memberships,
    plans,
    problems,
    reportOrders,
    reports,
  }: Pick<Repositories, 'cases' | 'memberships' | 'plans' | 'problems' | 'reportOrders'> & {
    readonly directories: Pick<DirectoryRegister, 'admit' | 'current'>;
    readonly reports: Pick<ReportService, 'show'>;
  },
  more: readonly AnyWorkedKind[] = [],
): Kinds {
  /** If a process ended before adding an approved person to the directory, that is done before they are notified. */
  const admit = async (request: MembershipRequest): Promise<void> => {
    const { answer, group, id } = request;
    if (answer?.how !== 'approved') return;
    const act = { by: answer.by, at: answer.at, cause: answer.cause, request: id };
    await directories.admit(admittedBy(request, directories.current()), group, act);
  };
  return kindsOf([
    { type: caseType, records: cases, delivery: caseDelivery },
    { type: membershipType, records: memberships, delivery: membershipDelivery, beforeHandOver: admit },
    { type: problemType, records: problems, delivery: problemDelivery },
    // What a midnight brought stays with the plans until the morning.
    {
      type: planType,
      records: plans,
      delivery: planDelivery,
      mayHandOver: ({ now }) => isPlanHour(now),
    },
    { type: reportOrderType, records: reportOrders, delivery: reportDelivery(reports) },
    ...more,
  ]);
}
