import { setImmediate } from 'node:timers/promises';
import type { Case } from '../../domain/cases/case';
import { factsOf } from '../../domain/metrics/facts-of';
import type { Fact } from '../../domain/metrics/facts-of';
import type { Period, Scope } from '../../domain/metrics/summary';
import type { World } from '../../domain/world';
import type { CaseFilter, CaseRepository } from '../../ports';

/** More open cases than a site can have. */
const ALL_OPEN = 1_000_000;
/** Cases that are reckoned in one go: some milliseconds. */
const AT_A_TIME = 200;

/**
 * The facts of every case that had an entry since the period began, and of the scope's open ones. Each outcome has its
 * entry: what met the clock, or the sweep's that it was missed.
 */
export async function gatherFacts(
  cases: CaseRepository,
  { scope, period }: { readonly scope: Scope; readonly period: Period },
  world: World,
): Promise<readonly Fact[]> {
  const facts = new Map<string, readonly Fact[]>();
  const take = async (one: Case): Promise<void> => {
    facts.set(one.number, factsOf(one, world));
    // A long period is much to reckon: others are answered in between.
    if (facts.size % AT_A_TIME === 0) await setImmediate();
  };
  for (const one of await cases.list({ open: true, ...within(scope) }, ALL_OPEN)) await take(one);
  for await (const one of cases.changedSince(period.from)) await take(one);
  return [...facts.values()].flat();
}

function within(scope: Scope): CaseFilter {
  switch (scope.kind) {
    case 'enterprise':
      return {};
    case 'msc':
      return { msc: scope.key };
    case 'group':
      return { group: scope.key };
  }
}
