import { dueHappenings } from '../domain/alerts/due-happenings';
import { changeOf } from '../domain/cases/change';
import type { World } from '../domain/world';
import type { CaseChange, CaseRepository, Log, SavedCase } from '../ports';

const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;

interface SweepParts {
  readonly cases: CaseRepository;
  readonly log: Log;
  readonly world: () => World;
}

/**
 * Writes into each case that is due what its clocks say (warned, missed) with the notices of it, in one save; earliest
 * first, so that an outage is caught up in order. Answers how many cases it moved on. Each case is met once a sweep:
 * one that another instance changed at the same time, and one at fault, wait for the next sweep and stop no other.
 */
export async function sweepOnce({ cases, log, world }: SweepParts): Promise<number> {
  const now = world().now;
  const setAside = new Set<string>();
  let moved = 0;
  for (;;) {
    // Those set aside still come first in the answer: as many more are asked for, or they would starve the rest.
    const due = await cases.due(now, Math.min(BATCH + setAside.size, MOST));
    const toDo = due.filter((saved) => !setAside.has(saved.case.number));
    if (toDo.length === 0) return moved;
    for (const saved of toDo) {
      const { number } = saved.case;
      try {
        const change = changeWhenDue(saved, world());
        const outcome = await cases.save(saved.version, change);
        if (outcome.kind === 'saved') moved++;
        if (outcome.kind !== 'saved' || (change.nextDueAt ?? Infinity) <= now) setAside.add(number);
        if (outcome.kind === 'pr-already-open' || outcome.kind === 'already-done')
          log.error({ reference: referenceOf(saved), outcome: outcome.kind }, 'The alerts of a case wait');
      } catch (error) {
        setAside.add(number);
        log.error({ reference: referenceOf(saved), err: error }, 'The alerts of a case wait');
      }
    }
  }
}

const referenceOf = (saved: SavedCase): string => `${saved.case.number}/${String(saved.version)}`;

/** What is due on the case; where nothing is (the policy changed meanwhile), only its next due time moves on. */
function changeWhenDue({ case: before, version }: SavedCase, world: World): CaseChange {
  const cause = `due:${before.number}:${String(version)}`;
  const act = { by: 'casekeeper', at: world.now, cause } as const;
  return changeOf(before, dueHappenings(before, world), act, world);
}
