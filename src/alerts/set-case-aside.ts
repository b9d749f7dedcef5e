import type { CardValue } from '../cards/card-value';
import { faultReference } from '../logger';
import type { DeliveryParts } from './delivery-parts';
import { CLOCK_MARGIN_MS } from '../ports/time-source';
import type { AsideCase, AsideRecord } from './cases-aside';

const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** How long a case waits after its n-th failed try (from 1): doubling from a minute to an hour. */
const waitMs = (tries: number): number => Math.min(FIRST_MS * 2 ** (tries - 1), LONGEST_MS);

/** Whether it is not to be tried yet. A time that lies further ahead than it can wait was set by a clock that ran ahead. */
export const waitsStill = ({ tries, tryAt }: AsideCase, now: number): boolean =>
  tryAt > now && tryAt <= now + waitMs(tries) + CLOCK_MARGIN_MS;

/**
 * Sets a case aside whose alerts cannot be worked out. The operator is told once: in the log, and the people of the
 * program office in their own chats, both with the reference under which it stands in `notices`. It is tried again
 * after a while that grows, or when the program office says so.
 */
export async function setCaseAside(
  { aside, outbox, log, wall, world }: Pick<DeliveryParts, 'aside' | 'outbox' | 'log' | 'wall' | 'world'>,
  number: string,
  before: AsideRecord | undefined,
  fault: unknown,
): Promise<void> {
  const now = wall.now();
  const tries = (before?.value.tries ?? 0) + 1;
  const first = { number, reference: faultReference(), since: now, told: false };
  const record = await aside.put(before, { ...first, ...before?.value, tries, tryAt: now + waitMs(tries) });
  // Another instance met it at the same time and tells.
  if (record === undefined) return;
  const { reference, told } = record.value;
  const fields = { reference, case: number, tries, err: fault };
  if (told) {
    log.warn(fields, 'The alerts of a case wait still; it is tried again');
    return;
  }
  log.error(fields, 'The alerts of a case wait: it is set aside and tried again');
  const { directory, now: madeAt } = world();
  const office = directory.people.filter(({ roles }) => roles.includes('program-office'));
  for (const [place, { id: person }] of office.entries())
    await outbox.put(
      {
        id: `${number}/set-aside/${reference}/person:${person}`,
        caseNumber: number,
        subject: { kind: 'set-aside', reference },
        to: { kind: 'person', person },
        mentions: [],
        madeAt,
      },
      place,
    );
  // Last, for telling can be repeated: a process that ends before tells again, under the same ids.
  await aside.put(record, { ...record.value, told: true });
}

/** To the program office: which case has no alerts, and what to do. It is made without the case, which may not be readable. */
export const setAsideCard = (number: string, reference: string): CardValue => ({
  card: 'message',
  tone: 'attention',
  title: `The alerts of ${number} wait`,
  text: `Its clocks cannot be worked out, so it is set aside and nobody is warned of it; all other cases go on. Tell your administrator the reference ${reference}, which stands in the log. Casekeeper tries it again from time to time; once it is mended, type notices and have it tried at once.`,
  buttons: [{ title: 'Notices', verb: 'notices.list', data: {} }],
});
