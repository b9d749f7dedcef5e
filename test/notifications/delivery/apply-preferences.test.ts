import { relayOnce } from '../../../src/notifications/relay';
import { SENT_KEPT_MS } from '../../../src/notifications/outbox/outbox';
import type { Notification } from '../../../src/domain/kernel/notification';
import type { NotificationSettings } from '../../../src/domain/notifications/notification-settings';
import { SendFault } from '../../../src/ports/sender';
import { breach, N, NOON, told } from '../notices';
import { CHANNEL, changeFor, sentCards, stage } from '../stage';
import type { Stage } from '../stage';

const HOUR = 3_600_000;
const numberOf = (index: number): string => `CS${String(index).padStart(7, '0')}`;
/** Noon on Monday 2 November 2026 in New York; the digest is at 08:00, so on Tuesday. */
const TUESDAY_EIGHT = NOON + 20 * HOUR;
const toSam = (number: string): Notification => ({
  ...breach(number),
  id: `${number}/assignment#1/breach/sam`,
  to: { kind: 'person', person: 'sam' },
});
const SET: NotificationSettings = {
  person: 'sam',
  how: {
    assigned: 'now',
    escalations: 'now',
    work: 'now',
    breaches: 'now',
    mail: 'now',
    needed: 'now',
    plans: 'now',
  },
  zone: 'America/New_York',
  weekdays: false,
  digestHour: 8,
};

/** A stage on which Sam has set that, and a case each with these notices is told of. */
async function set(settings: Partial<NotificationSettings>, ...notices: Notification[]): Promise<Stage> {
  const on = stage();
  on.settings.set('sam', { ...SET, ...settings });
  on.met.set('sam', { conversationId: 'a:sam', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
  for (const notification of notices)
    await on.parts.cases.insert(changeFor(notification.about.id, 0, [notification]));
  await relayOnce(on.parts);
  return on;
}
const how = (change: Partial<NotificationSettings['how']>) => ({ how: { ...SET.how, ...change } });
const sentTo = (on: Stage): string[] => on.sent.map(({ to, card }) => `${card.card} to ${to}`);

describe("A person's notification setting", () => {
  it('keeps a kind that is off out of their chat, counts it, and forgets it after a day', async () => {
    const on = await set(how({ breaches: 'off' }), toSam(N));
    await on.deliver();
    expect(on.sent).toEqual([]);
    expect(await on.outbox.muted('person:sam')).toBe(1);
    await on.outbox.put(toSam(N), 0);
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow += SENT_KEPT_MS;
    await on.deliver();
    expect(await on.outbox.muted('person:sam')).toBe(0);
  });

  it("doesn't change mentions in the channel (CK-11)", async () => {
    const on = await set(how({ breaches: 'off' }), breach(N));
    await on.deliver();
    expect(on.sent).toMatchObject([{ to: CHANNEL.conversationId, card: { mentions: ['gina', 'sam'] } }]);
  });

  it('holds what comes outside their hours until those begin, then sends it in order', async () => {
    const on = await set({ window: { from: 8, to: 11 } }, told(N, 'sam'), toSam(numberOf(2)));
    await on.deliver();
    on.wallNow = TUESDAY_EIGHT - 1;
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(sentCards(on).sort()).toEqual(['post alert', 'post case-notification']);
  });

  it('brings what is for the digest on one card at its hour, and the rest at once', async () => {
    const on = await set(
      how({ breaches: 'digest' }),
      toSam(numberOf(1)),
      toSam(numberOf(2)),
      told(numberOf(3), 'sam'),
    );
    await on.deliver();
    expect(sentTo(on)).toEqual(['case-notification to a:sam']);
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(sentTo(on)).toEqual(['case-notification to a:sam', 'list to a:sam']);
    expect(on.sent[1]?.card).toMatchObject({ title: 'Your digest: 2 notifications' });
    on.wallNow += 24 * HOUR;
    await on.deliver();
    expect(on.sent).toHaveLength(2);
  });

  it('lets an immediate notification pass one about the same case that waits for the digest', async () => {
    const on = await set(how({ breaches: 'digest' }), toSam(N));
    await on.deliver();
    await on.outbox.put({ ...told(N, 'sam'), madeAt: NOON + 2_000 }, 0);
    await on.deliver();
    expect(sentTo(on)).toEqual(['case-notification to a:sam']);
  });

  it('combines many breaches outside their hours on one card when those begin (CK-11)', async () => {
    const many = Array.from({ length: 40 }, (_, index) => toSam(numberOf(index + 1)));
    const on = await set({ window: { from: 8, to: 11 } }, ...many);
    await on.deliver();
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(sentTo(on)).toEqual(['digest to a:sam']);
  });

  it('applies, when changed, to what was already held', async () => {
    const on = await set(how({ breaches: 'digest' }), toSam(N));
    await on.deliver();
    on.settings.set('sam', SET);
    expect(await on.outbox.resumeAll('person:sam')).toBe(1);
    await on.deliver();
    expect(sentTo(on)).toEqual(['alert to a:sam']);
  });

  it("tries a digest again from its own hour on if Teams doesn't accept it", async () => {
    const on = await set(how({ breaches: 'digest' }), toSam(N));
    await on.deliver();
    on.wallNow = TUESDAY_EIGHT + 100 * HOUR;
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    expect(await on.states()).toEqual([`${toSam(N).id} waiting`]);
    on.teams = () => undefined;
    on.wallNow += 2_000;
    await on.deliver();
    expect(sentTo(on)).toEqual(['list to a:sam']);
  });

  it("doesn't hold back the notification of a quarantined case, which is about running the site", async () => {
    const on = await set({ ...how({ needed: 'digest' }), window: { from: 8, to: 11 } });
    const about = { kind: 'quarantine', id: N };
    const detail = { reference: 'R1', kind: 'case', id: N };
    const to = { kind: 'person', person: 'sam' } as const;
    await on.outbox.put({ id: 'R1', about, topic: 'clocks', detail, to, mentions: [], madeAt: NOON }, 0);
    await on.deliver();
    expect(sentTo(on)).toEqual(['message to a:sam']);
  });

  it("that can't be read holds nothing back: the notification is sent", async () => {
    const on = await set({ zone: 'Nowhere/Land', window: { from: 8, to: 11 } }, toSam(N));
    await on.deliver();
    expect(sentTo(on)).toEqual(['alert to a:sam']);
    expect(on.logged.map(({ message }) => message)).toContain(
      'The notification settings of a person could not be applied',
    );
  });
});
