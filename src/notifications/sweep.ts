import { dueHappenings } from '../domain/cases/notices/due-happenings';
import { departureHappenings } from '../domain/cases/left/assignee-left';
import { changeOf } from '../domain/cases/change';
import type { World } from '../domain/kernel/world';
import { faultReference } from '../app/logger';
import type { CaseChange, SavedCase } from '../ports/cases';
import type { DeliveryParts } from './delivery/delivery-parts';
import { putInQuarantine, waitsStill } from './quarantine/put-in-quarantine';

const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;

type SweepParts = Pick<DeliveryParts, 'cases' | 'quarantine' | 'outbox' | 'log' | 'wall' | 'world'>;

/**
 * Writes into each case that is due what its clocks say (warned, missed, taken up) with the notices of it, in one save;
 * earliest first, so that an outage is caught up in order. Answers how many cases it moved on. Each case is met once a
 * sweep: one that another instance changed at the same time waits for the next sweep. One at fault is in quarantine until
 * its next try, and stops no other. `stop` ends it after the case in hand.
 */
export async function sweepOnce(parts: SweepParts, stop?: AbortSignal): Promise<number> {
  const { cases, quarantine, log, wall, world } = parts;
  const now = world().now;
  const ill = new Map(
    (await quarantine.all()).flatMap((record) =>
      record.value.kind === 'case' ? [[record.value.of, record] as const] : [],
    ),
  );
  const met = new Set<string>();
  let moved = 0;
  for (;;) {
    // Those met still come first in the answer: as many more are asked for, or they would starve the rest.
    const due = await cases.due(now, Math.min(BATCH + met.size, MOST));
    const toDo = due.filter(({ number }) => !met.has(number));
    if (toDo.length === 0) return moved;
    for (const { number, read } of toDo) {
      if (stop?.aborted === true) return moved;
      const before = ill.get(number);
      // One that could not be read is here because it can be read again.
      if (before?.value.why === 'clocks' && waitsStill(before.value, wall.now())) {
        met.add(number);
        continue;
      }
      try {
        const saved = read();
        const change = changeWhenDue(saved, world());
        const outcome = await cases.save(saved.version, change);
        if (outcome.kind === 'saved') moved++;
        if (outcome.kind !== 'saved' || (change.nextDueAt ?? Infinity) <= now) met.add(number);
        if (outcome.kind === 'pr-already-open' || outcome.kind === 'already-done')
          throw new Error(`The case cannot be saved: ${outcome.kind}`);
        if (before === undefined || outcome.kind !== 'saved') continue;
        if (before.value.why === 'unreadable') continue;
        await quarantine.remove(before);
        ill.delete(number);
        log.info({ reference: before.value.reference, case: number }, 'The alerts of a case go on');
      } catch (error) {
        met.add(number);
        const reference = before?.value.reference ?? faultReference();
        const fault = { kind: 'case', of: number, why: 'clocks', reference } as const;
        await putInQuarantine(parts, { ...fault, fields: { case: number, err: error } }, before);
      }
    }
  }
}

/** What is due on the case; where nothing is (the policy changed meanwhile), only its next due time moves on. */
function changeWhenDue({ case: before, version }: SavedCase, world: World): CaseChange {
  const cause = `due:${before.number}:${String(version)}`;
  const act = { by: 'casekeeper', at: world.now, cause } as const;
  // Where the directory changed and nobody was there to mark it, the next clock does (rule AC-7).
  const left = departureHappenings(before, world.directory);
  return changeOf(before, [...dueHappenings(before, world), ...left], act, world);
}
