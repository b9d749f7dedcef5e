import type { UnreadableRecord } from '../../ports/unreadable-record';
import type { UnreadableRecords } from '../../storage/unreadable/unreadable-records';
import { putInQuarantine, waitsStill, type QuarantineParts } from './put-in-quarantine';
import type { QuarantineRecord } from './quarantine';

/** What else happens when a record is quarantined and when it can be read again. Each may be repeated. */
export interface QuarantineHooks {
  /** One of a derived kind is gone: it is to be made again. */
  readonly unreadable?: (kind: string, id: string) => Promise<void>;
  readonly readable?: (kind: string, id: string) => Promise<void>;
}

/** Ids of these kinds name people or customers, or are long: the log has their reference alone. */
const NOT_IN_THE_LOG: ReadonlySet<string> = new Set(['contact', 'aside', 'address', 'sends']);

type KeepParts = QuarantineParts & {
  readonly unreadable: UnreadableRecords;
  readonly quarantineHooks?: QuarantineHooks;
};

/**
 * Puts what the stores could not read into quarantine, once each, and reads again what is there and due. One at fault stops
 * no other.
 */
export async function keepQuarantine(parts: KeepParts): Promise<void> {
  const { unreadable, quarantine, wall, log } = parts;
  for (const record of unreadable.take()) {
    try {
      await takeIn(parts, record);
    } catch (error) {
      unreadable.giveBack(record);
      const { reference, kind } = record;
      log.error({ reference, kind, err: error }, 'A record could not be quarantined; it will be tried again');
    }
  }
  for (const entry of await quarantine.all()) {
    if (entry.value.why !== 'unreadable' || waitsStill(entry.value, wall.now())) continue;
    try {
      await tryAgain(parts, entry);
    } catch (error) {
      const { reference, kind } = entry.value;
      log.error({ reference, kind, err: error }, 'A quarantined record could not be tried again');
    }
  }
}

async function takeIn(parts: KeepParts, record: UnreadableRecord): Promise<void> {
  const { kind, id, reference, why, at } = record;
  const before = await parts.quarantine.get(kind, id);
  const isKnown = before?.value.why === 'unreadable' && before.value.reference === reference;
  if (!isKnown || !before.value.told) {
    const fields = { ...nameOf(kind, id), why, ...(at === undefined ? {} : { at }) };
    await putInQuarantine(parts, { kind, of: id, why: 'unreadable', reference, fields }, before);
  }
  await parts.quarantineHooks?.unreadable?.(kind, id);
}

async function tryAgain(parts: KeepParts, entry: QuarantineRecord): Promise<void> {
  const { kind, of, reference } = entry.value;
  const fields = nameOf(kind, of);
  if ((await parts.unreadable.look(kind, of)) === 'unreadable') {
    await putInQuarantine(parts, { kind, of, why: 'unreadable', reference, fields }, entry);
    return;
  }
  await parts.quarantineHooks?.readable?.(kind, of);
  await parts.quarantine.remove(entry);
  parts.log.info({ reference, kind, ...fields }, 'A record is out of quarantine');
}

const nameOf = (kind: string, id: string): { readonly id?: string } =>
  NOT_IN_THE_LOG.has(kind) ? {} : { id };
