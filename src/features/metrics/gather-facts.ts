import type { Case } from '../../domain/cases/case';
import { factsOf } from '../../domain/metrics/facts-of';
import type { Fact } from '../../domain/metrics/facts-of';
import type { Period } from '../../domain/metrics/summary';
import type { World } from '../../domain/world';
import type { CaseRepository } from '../../ports';

/** The most open cases that one question to the record gives. */
const MOST_OPEN = 1_000;

/**
 * The facts of every case that had an entry since the period began or is open now. Each outcome has its entry: what
 * met the clock, or the sweep's that it was missed.
 */
export async function gatherFacts(
  cases: CaseRepository,
  period: Period,
  world: World,
): Promise<readonly Fact[]> {
  const open = await cases.list({ open: true }, MOST_OPEN);
  // More are open than can be listed: then all cases are read, so that the count is true.
  const from = open.length < MOST_OPEN ? period.from : 0;
  const found = new Map<string, Case>(open.map((one) => [one.number, one]));
  for await (const one of cases.changedSince(from)) found.set(one.number, one);
  return [...found.values()].flatMap((one) => factsOf(one, world));
}
