import { seriesOf, daysName, spansOf, type Days, type Span } from '../domain/metrics/days';
import { listsOf, measureRow } from '../domain/metrics/measures';
import { shareOf, triedGoal, type CrtMeasure, type Point, type Tried } from '../domain/metrics/scorecard';
import type { Scope } from '../domain/metrics/summary';
import { mergedTallies, sumOf, type Tallies } from '../domain/metrics/tally';
import type { Policy } from '../domain/policy/policy';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { FigureAsked } from '../ports/metrics';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';
import { ENTERPRISE, rollupId, type Party } from './rollup-record';

type Rollups = Pick<MetricsParts, 'rollups'>;
type Goals = Policy['goals'];

export const partyOf = (scope: Scope): Party =>
  scope.kind === 'enterprise' ? ENTERPRISE : { kind: scope.kind, key: scope.key };

/** What a scope did over these days: the sum of as few rollups as make them up, however many the cases are. */
export async function talliesOver({ rollups }: Rollups, party: Party, days: Days): Promise<Tallies> {
  const found = await Promise.all(spansOf(days).map((span) => rollups.get(rollupId(span, party))));
  return mergedTallies(found.flatMap((stored) => (stored === undefined ? [] : [stored.value.tallies])));
}

/** A measure over periods of one length, the last of them this one. */
export async function pointsOf(
  parts: Rollups,
  { scope, measure, priority }: Omit<FigureAsked, 'period'>,
  series: { readonly days: Days; readonly count: number },
  goals: Goals,
): Promise<readonly Point[]> {
  const row = measureRow(measure);
  return Promise.all(
    seriesOf(series.days, series.count).map(async (days) => {
      const tallies = await talliesOver(parts, partyOf(scope), days);
      const share = shareOf(sumOf(tallies, listsOf(row, priority)), row.goalOf(goals).days);
      return { days, name: daysName(days), ...share };
    }),
  );
}

/** Another goal tried on the scope, then on each group of it that closed cases, by key. */
export async function triedOn(
  parts: Rollups,
  scope: Scope,
  days: Days,
  tried: { readonly measure: CrtMeasure; readonly days: number },
  { directory }: DomainContext,
  goals: Goals,
): Promise<readonly Tried[]> {
  const tallies = await talliesOver(parts, partyOf(scope), days);
  const whole = triedGoal(tried.measure, tried.days, { scope, tallies }, goals);
  if (scope.kind === 'group' || scope.kind === 'person') return [whole];
  const groups = await groupTallies(parts, spansOf(days));
  const rows = [...groups].flatMap(([key, of]): Tried[] => {
    const group = directory.group(key);
    if (scope.kind === 'msc' && group?.msc !== scope.key) return [];
    const its: Scope = { kind: 'group', key, name: group?.name ?? key };
    const row = triedGoal(tried.measure, tried.days, { scope: its, tallies: of }, goals);
    return row.now.count === 0 ? [] : [row];
  });
  return [whole, ...rows];
}

/** The tallies of every group over these rollups, by key. */
async function groupTallies(
  { rollups }: Rollups,
  spans: readonly Span[],
): Promise<ReadonlyMap<string, Tallies>> {
  const found = await allOf(rollups, { kind: 'group', span: { in: spans } });
  const byKey = new Map<string, Tallies[]>();
  for (const { value } of found) byKey.set(value.key, [...(byKey.get(value.key) ?? []), value.tallies]);
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(sorted.map(([key, all]) => [key, mergedTallies(all)]));
}
