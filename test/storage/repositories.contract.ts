import { casesContract } from './cases.contract';
import { fullCaseContract } from './full-case.contract';
import { environmentContract } from './environment.contract';
import { membersContract } from './members.contract';
import { membershipsContract } from './records/memberships.contract';
import { plansContract } from './records/plans.contract';
import { problemsContract } from './records/problems.contract';
import { customersContract } from './customers.contract';
import { formSentTwiceContract } from './form-sent-twice.contract';
import { onePrContract } from './one-pr.contract';
import { metricsContract } from './metrics.contract';
import { reportOrdersContract } from './records/report-orders.contract';
import { notificationsContract } from './notifications.contract';
import { registersContract } from './registers.contract';
import { oldRecordsContract } from './old/old-records.contract';
import { CASES, MEMBERSHIPS, PLANS, PROBLEMS, REPORT_ORDERS } from './records/record-kinds';
import { recordsContract } from './records/records.contract';
import { RepositoriesBench } from './repositories-under-test';
import type { EngineUnderTest } from './engine-under-test';

/** What the repositories keep on every engine; each test on data of its own. */
export function repositoriesContract(name: string, under: () => EngineUnderTest): void {
  describe.each([
    ['any case', recordsContract(CASES)],
    ['any membership request', recordsContract(MEMBERSHIPS)],
    ['any problem', recordsContract(PROBLEMS)],
    ['any action plan', recordsContract(PLANS)],
    ['any report order', recordsContract(REPORT_ORDERS)],
    ['what was stored before', oldRecordsContract],
    ['cases', casesContract],
    ['a full case', fullCaseContract],
    ['registers', registersContract],
    ['the members of groups', membersContract],
    ['notifications', notificationsContract],
    ['the environment', environmentContract],
    ['membership requests', membershipsContract],
    ['problems', problemsContract],
    ['action plans', plansContract],
    ['customers', customersContract],
    ['PRs', onePrContract],
    ['forms that are sent twice', formSentTwiceContract],
    ['figures', metricsContract],
    ['report orders', reportOrdersContract],
  ])(`The repository for %s on ${name}`, (_what, contract) => {
    const bench = new RepositoriesBench(under);
    beforeEach(() => bench.begin());
    afterEach(() => bench.end());
    contract(bench);
  });
}
