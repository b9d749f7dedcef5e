import { isAhead, type DatedAhead, type OnSetBack, type TimeSource } from '../../ports/time-source';
import type { Outbox, OutboxRecord } from '../outbox/outbox';

interface SetBackParts {
  readonly outbox: Pick<Outbox, 'datedAhead' | 'get' | 'move' | 'resume'>;
  readonly wall: TimeSource;
  readonly onSetBack: OnSetBack;
  readonly what: DatedAhead;
}

/** Since when this process has seen the version of an item stand. */
interface Seen {
  readonly id: string;
  readonly version: number;
  readonly since: number;
}

/**
 * Sets back what a clock that ran ahead put into an outbox, so that nothing waits for the clock to get there again. How
 * long an item was to wait is kept: a wait is over when this process has seen it stand for as long, so that another
 * instance that holds it under a lease is not disturbed. Each call looks once; the asker calls again.
 */
export function settingBack({ outbox, wall, onSetBack, what }: SetBackParts): () => Promise<void> {
  let seen = new Map<string, Seen>();

  /** Whether the item was moved, or is to be looked at again later. */
  const setBack = async (record: OutboxRecord, since: number): Promise<boolean> => {
    const now = wall.now();
    const { state, dueAt, setAt = dueAt } = record.value;
    const waitMs = Math.max(0, dueAt - setAt);
    switch (state) {
      case 'waiting':
        if (now - since < waitMs) return false;
        return (await outbox.move(record, { dueAt: now })) !== undefined;
      case 'held':
        // Its reader's settings decide again until when.
        await outbox.resume(record);
        return true;
      case 'parked':
      case 'dead':
      case 'sent':
      case 'muted':
      case 'dropped':
        return (await outbox.move(record, { dueAt: now + waitMs })) !== undefined;
    }
  };

  /** What was seen before and stands still, though its time may have come near in the meantime. */
  async function* seenBefore(but: ReadonlySet<string>): AsyncGenerator<OutboxRecord> {
    for (const { id, version } of seen.values()) {
      if (but.has(id)) continue;
      const record = await outbox.get(id);
      if (record?.version === version) yield record;
    }
  }

  return async () => {
    const standing = new Map<string, Seen>();
    let count = 0;
    const look = async (record: OutboxRecord): Promise<void> => {
      const { id, version } = record;
      const now = wall.now();
      const before = seen.get(id);
      const isSame = before?.version === version && !isAhead(before.since, now);
      const since = isSame ? before.since : now;
      if (await setBack(record, since)) count += 1;
      else standing.set(id, { id, version, since });
    };
    const met = new Set<string>();
    for await (const page of outbox.datedAhead())
      for (const record of page) {
        met.add(record.id);
        await look(record);
      }
    for await (const record of seenBefore(met)) await look(record);
    seen = standing;
    if (count > 0) onSetBack(what, count);
  };
}
