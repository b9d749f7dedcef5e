import { CLOCK_MARGIN_MS } from '../../ports/time-source';
import type { DeliveryParts } from '../delivery/delivery-parts';
import type { Quarantined, QuarantineRecord } from './quarantine';

const FIRST_MS = 60_000;
const MAX_MS = 3_600_000;
/** The program office gets at most this many notifications per hour about records; the rest are only in `undelivered`. */
const MAX_TOLD_AN_HOUR = 25;

export type QuarantineParts = Pick<DeliveryParts, 'quarantine' | 'outbox' | 'log' | 'wall' | 'context'>;

/** How long a record waits after its n-th failed try (from 1): doubling from a minute to an hour. */
const waitMs = (tries: number): number => Math.min(FIRST_MS * 2 ** (tries - 1), MAX_MS);

/** Whether it is not to be tried yet. A time that lies further ahead than it can wait was set by a clock that ran ahead. */
export const waitsStill = ({ tries, tryAt }: Pick<Quarantined, 'tries' | 'tryAt'>, now: number): boolean =>
  tryAt > now && tryAt <= now + waitMs(tries) + CLOCK_MARGIN_MS;

/** What is put in quarantine, and what the log says of the fault. */
export interface Fault extends Pick<Quarantined, 'kind' | 'of' | 'why' | 'reference'> {
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * Puts a record in quarantine, or notes that it failed again. It is reported once: in the log, and to the people of the
 * program office in their own chats, both with its reference in `undelivered`. It is tried again after a
 * growing delay, or when the program office says so. Answers whether it was quarantined now.
 */
export async function putInQuarantine(
  parts: QuarantineParts,
  { fields: faultFields, ...fault }: Fault,
  before: QuarantineRecord | undefined,
): Promise<boolean> {
  const { quarantine, log, wall } = parts;
  const now = wall.now();
  const tries = (before?.value.tries ?? 0) + 1;
  const known = before?.value ?? { since: now, told: false };
  const record = await quarantine.put(before, { ...known, ...fault, tries, tryAt: now + waitMs(tries) });
  // Another instance met it at the same time and reports it.
  if (record === undefined) return false;
  const { kind, reference, told, why } = record.value;
  const fields = { reference, kind, ...faultFields, tries };
  if (told) {
    if (why === 'clocks')
      log.warn(fields, 'Alerts for a record are still on hold; the record will be tried again');
    else log.warn(fields, 'A record still cannot be read; it will be tried again');
    return false;
  }
  if (why === 'clocks')
    log.error(fields, 'Alerts for a record are on hold: the record is quarantined and will be tried again');
  else log.error(fields, 'A record cannot be read: it is quarantined and will be tried again');
  await notifyProgramOffice(parts, record);
  // Last, because reporting can be repeated: a process that ends before reports again, under the same ids.
  await quarantine.put(record, { ...record.value, told: true });
  return true;
}

async function notifyProgramOffice(
  { quarantine, outbox, wall, context }: QuarantineParts,
  { value: { kind, of, why, reference } }: QuarantineRecord,
): Promise<void> {
  // A failing disk damages many records at once: nobody reads a thousand messages.
  const sinceHour = (await quarantine.all()).filter(({ value }) => wall.now() - value.since < MAX_MS);
  if (sinceHour.length > MAX_TOLD_AN_HOUR) return;
  const { directory, now: madeAt } = context();
  const office = directory.people.filter(({ roles }) => roles.includes('program-office'));
  for (const [place, { id: person }] of office.entries())
    await outbox.put(
      {
        id: `quarantine/${reference}/person:${person}`,
        // Ids of some kinds name a customer: such a record is known by its reference.
        about: { kind: 'quarantine', id: why === 'clocks' ? of : `${kind} ${reference}` },
        topic: why,
        detail: { reference, kind, id: of },
        to: { kind: 'person', person },
        mentions: [],
        madeAt,
      },
      place,
    );
}
