import { isWithin, type OnSetBack, type TimeSource } from '../../ports/time-source';
import { untilSaved } from '../../runtime/until-saved';
import { readOrAnew, writeOver } from '../../storage/repositories/keep';
import type { Store, Stored } from '../../storage/store';
import { sendsSetBack } from '../clock/sends-ahead';
import { MAX_MS, NO_SENDS, type SendHistory } from './send-history';

/** This many lost in a row would be a fault of the engine. */
const TRIES = 1_000;

/** The records of sends, as a process reads and writes them. */
export function sendHistoryStore(time: TimeSource, store: Store<SendHistory>, onSetBack: OnSetBack) {
  const known = new Map<string, Stored<SendHistory>>();
  let lookedThroughAt = 0;
  /** What is known of a record, set back where its times lie ahead; written so with the next send. */
  const knownNow = (id: string): Stored<SendHistory> | undefined => {
    const record = known.get(id);
    if (record === undefined) return undefined;
    const value = sendsSetBack(record.value, time.now());
    if (value === record.value) return record;
    const setBack = { ...record, value };
    known.set(id, setBack);
    onSetBack('sends', 1);
    return setBack;
  };
  const read = async (id: string): Promise<Stored<SendHistory> | undefined> => {
    if (!known.has(id)) {
      // One that cannot be read must not keep anything from being sent: it is begun again.
      const record = await readOrAnew(store, id);
      if (record !== undefined)
        known.set(id, { id, version: record.version, value: record.value ?? NO_SENDS });
    }
    return knownNow(id);
  };
  return {
    /**
     * As last read or written here, without what a clock that ran ahead has counted ahead of it. Others can only have
     * sent more since: what is full here is full there.
     */
    known: (id: string) => knownNow(id)?.value ?? NO_SENDS,
    /** Has the record known. */
    read: async (id: string) => {
      await read(id);
    },
    /**
     * Changes a record, again if another instance was faster. Answers whether it was changed: `change` answers undefined
     * where there is nothing to change.
     */
    write: (id: string, change: (value: SendHistory) => SendHistory | undefined) => {
      const attempt = async (): Promise<boolean | 'conflict'> => {
        const record = await read(id);
        const value = change(record?.value ?? NO_SENDS);
        if (value === undefined) return false;
        const written = await writeOver(store, id, record, value);
        if (written.ok) known.set(id, written.record);
        else known.delete(id);
        return written.ok || 'conflict';
      };
      return untilSaved(id, attempt, TRIES);
    },
    /** Conversations that were silent for the longest window are forgotten, so that memory does not grow forever. */
    forgetSilent: () => {
      const now = time.now();
      if (isWithin(MAX_MS, lookedThroughAt, now)) return;
      lookedThroughAt = now;
      for (const [id, { value }] of known)
        if ((value.latest.at(-1) ?? 0) + MAX_MS <= now && value.heldUntil <= now) known.delete(id);
    },
  };
}
