import { aRequest, ApiClient } from '../../support/api-client';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import { last } from '../aviation-call';
import { actionsOf, nodesOf, textOf } from '../seen-card';
import { CHANNEL_OF, chatOf, personId, startTown } from '../town';
import type { Standing, Town } from '../town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const DAY = 86_400_000;
const KEY = /ck-[0-9a-f]{16}-[0-9a-f]{64}/;
const SYSTEMS = ['depot', 'yard', 'dock', 'hangar', 'field'];

let town: Town;
const RETRIED = 'A digest could not be sent; it will be tried again';
const seen = ({ card }: Standing): string => textOf(card);

/** So many requests of customers' systems, each of another part, within what a system may ask for in a minute. */
async function requested(count: number): Promise<void> {
  for (const [turn, name] of SYSTEMS.entries()) {
    const [key = ''] = KEY.exec(seen(last(await town.say('901', `new api key ${name}`)))) ?? [];
    const client = new ApiClient(`http://127.0.0.1:${town.app.server.port}`, key);
    for (let index = turn; index < count; index += SYSTEMS.length) {
      const pr = String(7_000_000_000 + index);
      const made = await client.submit(aRequest({ pr, nsn: undefined, ipd: 1 + (index % 15) }));
      if (made.status !== 201) throw new Error(`A request was answered ${made.status}`);
    }
  }
  await town.beat();
}

/** What came to a place while the work was done. */
async function cameTo(where: string, work: () => Promise<void>): Promise<readonly Standing[]> {
  const before = new Set((await town.standing(where)).map(({ activityId }) => activityId));
  await work();
  return (await town.standing(where)).filter(({ activityId }) => !before.has(activityId));
}

/** What many breaches at once look like, from the customers' requests to the cards, on the engine that is given. */
export function digestsOf(name: string, engine: EngineUnderTest): void {
  describe(`Digests on ${name}`, () => {
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
    });

    it('show 300 cases missed in an outage on one card in the channel and one for the supervisor, worst first (CK-11)', async () => {
      await requested(300);
      const inChat: Standing[] = [];
      const inChannel = await cameTo(CHANNEL_OF['L2-AVN'], async () => {
        const came = await cameTo(chatOf('401'), async () => {
          town.now = START + 2 * DAY + 1;
          await town.beat();
        });
        inChat.push(...came);
      });
      expect(inChannel.map(({ card }) => textOf(card).split('\n')[0])).toEqual([
        expect.stringMatching(/^⚠ Missed: \d+ timeframes (?:of 300 cases )?· /),
      ]);
      expect(inChat).toHaveLength(1);
      const [digest] = inChannel;
      if (digest === undefined) throw new Error('No digest came');
      const text = seen(digest);
      expect(text).toContain('Highest priority first, then longest past due.');
      expect(text).toContain('queue L2-AVN');
      expect(text.match(/Emergency/g)).toHaveLength(10);
      const entities = (digest.card['msteams'] as { entities: { mentioned: { id: string } }[] }).entities;
      const tagged = entities.map(({ mentioned }) => mentioned.id);
      expect(tagged).toContain(personId('401'));
      expect(new Set(tagged).size).toBe(tagged.length);
      expect(JSON.stringify(digest.card).length).toBeLessThan(28 * 1024);
      expect([...nodesOf(inChat[0]?.card)].some(({ type }) => type === 'mention')).toBe(false);

      const queue = await town.press('401', digest, 'Queue');
      expect(seen(queue)).toContain('Queue of');
      expect(actionsOf(digest.card).filter(({ title }) => title === 'Open')).toHaveLength(10);
      const again = await cameTo(CHANNEL_OF['L2-AVN'], () => town.beat());
      expect(again).toEqual([]);
      // While the store writes thousands of records, Teams may close a connection that idles: then it is sent again.
      expect(town.faults.filter((words) => words !== RETRIED)).toEqual([]);
    }, 300_000);

    it('bring a supervisor what they chose on one card at their hour, without what they muted, and leave the channel unchanged (CK-11)', async () => {
      const form = last(await town.say('401', 'notifications'));
      expect(seen(form)).toContain("You can't turn off");
      const set = await town.press('401', form, 'Save', {
        breaches: 'digest',
        digestHour: '08',
        zone: 'America/New_York',
      });
      expect(seen(set)).toContain('In one card at 08:00: Missed clocks.');
      await requested(2);

      const inChat: Standing[] = [];
      const inChannel = await cameTo(CHANNEL_OF['L2-AVN'], async () => {
        const came = await cameTo(chatOf('401'), async () => {
          town.now = START + 2 * DAY + 1;
          await town.beat();
        });
        inChat.push(...came);
      });
      expect(inChat).toEqual([]);
      const alerts = inChannel.filter((standing) => seen(standing).includes('Missed: Assignment'));
      expect(alerts).toHaveLength(2);
      for (const { card } of alerts) expect(JSON.stringify(card['msteams'])).toContain(personId('401'));

      const atEight = await cameTo(chatOf('401'), async () => {
        town.pass(DAY);
        await town.beat();
      });
      expect(atEight).toHaveLength(1);
      const digest = last(atEight);
      expect(seen(digest)).toMatch(/Your digest: \d notifications/);
      expect(seen(digest)).toContain('CS0000001');
      expect(seen(digest)).toContain('CS0000002');

      const again = await town.press('401', digest, 'Notifications');
      const muted = await town.press('401', again, 'Save', { breaches: 'off' });
      expect(seen(muted)).toContain('Off: Missed clocks.');
      const later = await cameTo(CHANNEL_OF['L2-AVN'], async () => {
        const came = await cameTo(chatOf('401'), async () => {
          town.now = START + 20 * DAY;
          await town.beat();
          town.pass(DAY / 2);
          await town.beat();
        });
        expect(came).toEqual([]);
      });
      expect(later.some((standing) => seen(standing).includes('Missed'))).toBe(true);
      expect(seen(last(await town.say('401', 'notifications')))).toMatch(
        /\d+ notifications? (was|were) not sent because you turned them off/,
      );
      expect(town.faults).toEqual([]);
    }, 300_000);
  });
}
