import { AGE_BANDS, openedWithin } from '../domain/metrics/open-figures';
import type { Case } from '../domain/cases/case';
import type { SharedScope } from '../domain/metrics/summary';
import type { AgedCases } from '../domain/reports/report';
import type { Scorecard } from '../domain/metrics/scorecard';
import type { Group } from '../domain/directory/directory';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { ReportParts } from './report-parts';

/** A case older than this many business days is aged. */
const AGED_OVER = AGE_BANDS.find(({ key }) => key === 'aged')?.over ?? Infinity;

/** The assignment groups that work cases of a scope, by key. */
export const groupsOf = (
  scope: SharedScope,
  { directory }: Pick<DomainContext, 'directory'>,
): readonly Group[] =>
  directory.groups.filter(
    ({ level, msc }) => level !== 'program-office' && (scope.kind === 'enterprise' || msc === scope.key),
  );

/** The aged open cases of a scope, and which groups hold most of them; a group's own are with itself (rule ME-5). */
export async function agedOf(
  { counting }: Pick<ReportParts, 'counting'>,
  scope: SharedScope,
  { open }: Scorecard,
  context: DomainContext,
): Promise<AgedCases> {
  const count = open.byAge.at(-1)?.count ?? 0;
  if (scope.kind === 'group' || count === 0) return { over: AGED_OVER, count, byGroup: [] };
  const found = await Promise.all(
    groupsOf(scope, context).map(async ({ key, name }) => ({
      name,
      count: await counting.countOpen({ group: key, openedBefore: agedBefore(key, context) }),
    })),
  );
  const byGroup = found.filter((one) => one.count > 0).sort((a, b) => b.count - a.count);
  return { over: AGED_OVER, count, byGroup };
}

/** Before which moment a case of a group was opened to be aged now, by the group's own calendar. */
const agedBefore = (group: string, { calendars, now }: DomainContext): number =>
  openedWithin(AGED_OVER, now, calendars.ofGroup(group));

/** The oldest of the aged cases, oldest first. */
export async function oldestAged(
  { metrics }: Pick<ReportParts, 'metrics'>,
  scope: SharedScope,
  limit: number,
): Promise<readonly Case[]> {
  const { cases } = await metrics.openCases({ scope, age: 'aged' }, limit);
  return cases;
}
