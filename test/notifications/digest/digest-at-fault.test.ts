import { relayOnce } from '../../../src/notifications/relay';
import type { Notification } from '../../../src/domain/kernel/notification';
import { breach, NOON } from '../notices';
import { changeFor, stage } from '../stage';
import type { Stage } from '../stage';

const HOUR = 3_600_000;
const MINUTE = 60_000;
const TUESDAY_EIGHT = NOON + 20 * HOUR;
const [BROKEN, GOOD] = ['CS0000001', 'CS0000002'];
const toSam = (number: string, madeAt = NOON): Notification => ({
  ...breach(number, madeAt),
  id: `${number}/breach/sam`,
  to: { kind: 'person', person: 'sam' },
});

/** Sam's digest of two cases; the record of one cannot be read while `broken`. */
async function withBroken(first = BROKEN): Promise<Stage & { broken: boolean }> {
  const on = Object.assign(stage(), { broken: true });
  const how = {
    assigned: 'now',
    escalations: 'now',
    work: 'now',
    breaches: 'digest',
    mail: 'now',
    needed: 'now',
    plans: 'now',
  } as const;
  on.settings.set('sam', { person: 'sam', how, zone: 'America/New_York', weekdays: false, digestHour: 8 });
  on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
  // Who comes first stands for all of the digest.
  for (const number of [BROKEN, GOOD])
    await on.parts.cases.insert(changeFor(number, 0, [toSam(number, number === first ? NOON : NOON + 1)]));
  await relayOnce(on.parts);
  const get = on.parts.cases.get.bind(on.parts.cases);
  on.parts.cases.get = (number) =>
    on.broken && number === BROKEN ? Promise.reject(new Error('it cannot be read')) : get(number);
  await on.deliver();
  on.wallNow = TUESDAY_EIGHT;
  return on;
}
/** Lets the leases of digests run out so often. */
async function tried(on: Stage, times: number): Promise<void> {
  for (let turn = 0; turn < times; turn += 1) {
    await on.deliver();
    on.wallNow += 3 * MINUTE;
  }
}
const titles = (on: Stage): string[] =>
  on.sent.map(({ card }) => (card.card === 'list' ? card.title : card.card));

describe("A person's digest with a case that can't be read", () => {
  it.each([BROKEN, GOOD])(
    'comes without that case, which is quarantined for the program office (%s first)',
    async (first) => {
      const on = await withBroken(first);
      await tried(on, 4);
      expect(titles(on)).toEqual(['Your digest: 1 notification']);
      expect(await on.states()).toEqual([`${toSam(GOOD).id} sent`, `${toSam(BROKEN).id} dead`]);
      expect(on.logged.map(({ message }) => message)).toContain(
        'A notification is undelivered: its card could not be created',
      );
    },
  );

  it('waits if the store is only unavailable, and comes complete', async () => {
    const on = await withBroken();
    await tried(on, 2);
    expect(on.sent).toEqual([]);
    on.broken = false;
    await tried(on, 2);
    expect(titles(on)).toEqual(['Your digest: 2 notifications']);
  });

  it("allows what it left out to be sent again after a repair, and doesn't count it as delivered", async () => {
    const on = await withBroken(GOOD);
    await tried(on, 4);
    on.broken = false;
    expect(await on.outbox.revive(toSam(BROKEN).id)).toBe(true);
    await on.deliver();
    expect(titles(on)).toEqual(['Your digest: 1 notification', 'Your digest: 1 notification']);
  });
});
