import { faultReference } from '../runtime/fault-reference';
import { changeOf, dueEvents } from '../domain/kernel/change-of';
import { CASEKEEPER } from '../domain/kernel/entry';
import type { RecordChange } from '../domain/kernel/record-type';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Saved } from '../ports/records';
import type { DeliveryParts } from './delivery/delivery-parts';
import { isTimed, type AnyWorkedKind } from '../records/kinds';
import { putInQuarantine, waitsStill } from './quarantine/put-in-quarantine';
import type { QuarantineRecord } from './quarantine/quarantine';

const BATCH = 100;
/** The store's limit per query. */
const MAX_ASKED = 1_000;

type SweepParts = Pick<DeliveryParts, 'kinds' | 'quarantine' | 'outbox' | 'log' | 'wall' | 'context'>;

/**
 * Writes into each record that is due what its clocks and its kind say (warned, missed, escalated, a report posted) with the
 * notifications of it, in one save; earliest first, so that an outage is caught up in order. Answers how many records it
 * moved on. Each record is met once per sweep: one that another instance changed at the same time waits for the next sweep.
 * One at fault is in quarantine until its next try, and stops no other. `stop` ends it after the record in hand.
 */
export async function sweepOnce(parts: SweepParts, stop?: AbortSignal): Promise<number> {
  const ill = new Map((await parts.quarantine.all()).map((record) => [keyOf(record.value), record]));
  let moved = 0;
  for (const kind of parts.kinds.all) if (isTimed(kind)) moved += await sweepKind(kind, ill, parts, stop);
  return moved;
}

const keyOf = ({ kind, of }: { readonly kind: string; readonly of: string }): string => `${kind} ${of}`;

async function sweepKind(
  kind: AnyWorkedKind,
  ill: Map<string, QuarantineRecord>,
  parts: SweepParts,
  stop?: AbortSignal,
): Promise<number> {
  const { quarantine, log, wall, context } = parts;
  const { records, type } = kind;
  const { now } = context();
  const met = new Set<string>();
  let moved = 0;
  for (;;) {
    // Those met still come first in the answer: as many more are asked for, or they would starve the rest.
    const due = await records.due(now, Math.min(BATCH + met.size, MAX_ASKED));
    const toDo = due.filter(({ id }) => !met.has(id));
    if (toDo.length === 0) return moved;
    for (const { id, read } of toDo) {
      if (stop?.aborted === true) return moved;
      const about = { kind: type.name, of: id };
      const before = ill.get(keyOf(about));
      // One that could not be read is here because it can be read again.
      if (before?.value.why === 'clocks' && waitsStill(before.value, wall.now())) {
        met.add(id);
        continue;
      }
      try {
        const saved = read();
        const change = changeWhenDue(kind, saved, context());
        const outcome = await records.save(saved.version, change);
        if (outcome.kind === 'saved') moved++;
        if (outcome.kind !== 'saved' || (change.nextDueAt ?? Infinity) <= now) met.add(id);
        if (outcome.kind === 'exists') throw new Error(`The record cannot be saved: ${outcome.index}`);
        if (before?.value.why !== 'clocks' || outcome.kind !== 'saved') continue;
        await quarantine.remove(before);
        ill.delete(keyOf(about));
        log.info({ reference: before.value.reference, record: id }, 'Alerts for a record have resumed');
      } catch (error) {
        met.add(id);
        const reference = before?.value.reference ?? faultReference();
        const fault = { ...about, why: 'clocks', reference } as const;
        await putInQuarantine(parts, { ...fault, fields: { record: id, err: error } }, before);
      }
    }
  }
}

/** What is due on the record; where nothing is (the policy changed in the meantime), only its next due time moves on. */
function changeWhenDue(
  { type }: AnyWorkedKind,
  { id, state, version }: Saved<unknown>,
  context: DomainContext,
): RecordChange<unknown> {
  const act = { by: CASEKEEPER, at: context.now, cause: `due:${id}:${String(version)}` };
  return changeOf(type, id, state, dueEvents(type, state, context), act, context);
}
