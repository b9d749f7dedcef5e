import { daysBefore, monthOf } from '../domain/metrics/days';
import { groupScope, MSC_SCOPES } from '../domain/metrics/question-key';
import { measuresOf } from '../domain/metrics/scorecard';
import type { SharedScope } from '../domain/metrics/summary';
import type { Tallies } from '../domain/metrics/tally';
import type { Policy } from '../domain/policy/policy';
import type { ScopeFigures } from '../domain/reports/figure-rows';
import type { ReportMonth } from '../domain/reports/report';
import type { DomainContext } from '../domain/kernel/domain-context';
import { allOf } from '../storage/pages';
import type { Party } from '../metrics/rollup-record';
import { groupsOf } from './aged-cases';
import type { ReportParts } from './report-parts';

/** The goals by which a month is measured: those in force at its end, or now while it runs. */
export const goalsOf = ({ period }: ReportMonth, { now, policies }: DomainContext): Policy['goals'] =>
  policies.at(Math.min(period.before - 1, now)).goals;

/** What each party of a kind did in a month, by key: one question to the store. */
async function monthTallies(
  { rollups }: Pick<ReportParts, 'rollups'>,
  kind: Party['kind'],
  span: string,
): Promise<ReadonlyMap<string, Tallies>> {
  const found = await allOf(rollups, { kind, span });
  return new Map(found.map(({ value }) => [value.key, value.tallies]));
}

/** The measures of several scopes of one kind in a month, beside those of the month before, in the order of the scopes. */
async function figuresOf(
  parts: Pick<ReportParts, 'rollups' | 'context'>,
  scopes: readonly Extract<SharedScope, { key: string }>[],
  month: ReportMonth,
): Promise<readonly ScopeFigures[]> {
  const [first] = scopes;
  if (first === undefined) return [];
  const goals = goalsOf(month, parts.context());
  const [now, before] = await Promise.all([
    monthTallies(parts, first.kind, month.month),
    monthTallies(parts, first.kind, monthOf(daysBefore(month.days).from)),
  ]);
  return scopes.map((scope) => ({
    scope,
    measures: measuresOf(now.get(scope.key) ?? {}, before.get(scope.key) ?? {}, goals),
  }));
}

/** The MSCs of the enterprise; none of a smaller scope. */
export const mscFigures = (
  parts: Pick<ReportParts, 'rollups' | 'context'>,
  scope: SharedScope,
  month: ReportMonth,
): Promise<readonly ScopeFigures[]> => figuresOf(parts, scope.kind === 'enterprise' ? MSC_SCOPES : [], month);

/** The assignment groups of the enterprise or an MSC, by name; none of a group. */
export function groupFigures(
  parts: Pick<ReportParts, 'rollups' | 'context'>,
  scope: SharedScope,
  month: ReportMonth,
): Promise<readonly ScopeFigures[]> {
  const groups = scope.kind === 'group' ? [] : groupsOf(scope, parts.context());
  const sorted = [...groups].sort((a, b) => (a.name < b.name ? -1 : 1));
  return figuresOf(parts, sorted.map(groupScope), month);
}
