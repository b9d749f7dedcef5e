import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { last } from '../journeys/aviation-call';
import { textOf } from '../journeys/seen-card';
import { chatOf, CHANNEL_OF, startTown } from '../journeys/town';
import type { Standing, Town } from '../journeys/town';
import type { EngineUnderTest } from '../storage/engine-under-test';
import { errands } from './toy/errand';

// Monday 2026-11-02, 09:00 in New York.
const START = Date.parse('2026-11-02T14:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHANNEL = CHANNEL_OF['L2-AVN'];
const ROOT = join(__dirname, '../..');

const seen = ({ card }: Standing): string => textOf(card);

function filesOf(folder: string): readonly string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesOf(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  );
}

/** A kind of record that only its own folder knows lives the life of any other. */
export function newKindContract(engine: string, under: EngineUnderTest): void {
  describe(`A kind of record registered in one line on ${engine}`, () => {
    let town: Town;
    let openedAt: number;
    beforeAll(async () => {
      town = await startTown(START, under, undefined, 'production', undefined, [errands]);
      openedAt = town.now;
    });
    afterAll(() => town.end());

    const inChannel = async (words: string): Promise<readonly Standing[]> =>
      (await town.standing(CHANNEL)).filter((card) => seen(card).includes(words));
    const later = async (ms: number): Promise<void> => {
      town.now = openedAt + ms;
      town.pass(ms);
      await town.beat();
    };

    it('is not named anywhere else in the product', () => {
      const product = [...filesOf('src'), ...filesOf('cards')];
      const naming = product.filter((file) => /errand/i.test(readFileSync(join(ROOT, file), 'utf8')));
      expect(naming).toEqual([]);
    });

    it('answers a typed line with its card, and notifies its group', async () => {
      const [card] = await town.say('201', 'errand fetch the drawing');
      expect(seen(card!)).toContain('ER0001 · to be run');
      expect((await inChannel('ER0001 · to be run')).map(seen)).toEqual([
        expect.stringContaining('fetch the drawing'),
      ]);
    });

    it('is found by words, and shows its history', async () => {
      const [found] = await town.say('201', 'find drawing');
      expect(seen(found!)).toContain('ER0001');
      const [history] = await town.say('201', 'history ER0001');
      expect(seen(history!)).toContain('Errand asked for');
      const [none] = await town.say('201', 'history ER0009');
      expect(seen(none!)).toContain('Errand ER0009 not found');
    });

    it('has a warning, a breach, and an escalation, each once', async () => {
      await later(0.8 * DAY);
      expect(await inChannel('75% of the time is used: Errand to be run')).toHaveLength(1);
      await later(DAY + HOUR);
      expect(await inChannel('⚠ Missed: Errand to be run')).toHaveLength(1);
      await later(DAY + 2 * HOUR);
      expect(await inChannel('⚠ Missed: Errand to be run')).toHaveLength(1);
      await later(2 * DAY + 2 * HOUR);
      expect(await inChannel('⚠ Still missed: Errand to be run')).toHaveLength(1);
      const [history] = await town.say('201', 'history er0001');
      const order = ['Errand asked for', 'Errand due soon', 'Errand missed', 'Errand taken up'];
      const said = order.map((words) => seen(history!).indexOf(words));
      expect(said.every((place, index) => place >= 0 && place > (said[index - 1] ?? -1))).toBe(true);
    });

    it('sends many alerts as one digest', async () => {
      openedAt = town.now;
      for (const what of ['one', 'two', 'three', 'four', 'five', 'six'])
        await town.say('201', `errand number ${what}`);
      await later(DAY + HOUR);
      await town.again();
      const [digest] = await inChannel('Missed: 6 timeframes');
      expect(seen(digest!)).toContain('ER0002 · Errand to be run');
    });

    it("keeps a notification that can't be delivered, and sends it again", async () => {
      town.misbehave({ status: 201 }, { status: 404 });
      await town.say('201', 'errand call the depot');
      const [notices] = await town.say('901', 'notices');
      expect(seen(notices!)).toContain('ER0008 · Errand');
      // The call that Teams refused.
      const refused = await inChannel('call the depot');
      await town.say('901', 'undelivered send again');
      await town.again();
      expect(await inChannel('call the depot')).toHaveLength(refused.length + 1);
      const [none] = await town.say('901', 'notices');
      expect(seen(none!)).not.toContain('ER0008');
    });

    it('is finished by a press on its card, and makes no more alerts', async () => {
      const card = last(await inChannel('call the depot'));
      const done = await town.press('201', card, 'Ran it');
      expect(seen(done)).toContain('ER0008 · done');
      openedAt = town.now;
      await later(3 * DAY);
      const alerts = (await inChannel('ER0008')).filter((each) => seen(each).includes('Missed'));
      expect(alerts).toEqual([]);
      expect(town.faults.filter((words) => !words.includes('gone'))).toEqual([]);
      expect(await town.standing(chatOf('201'))).not.toEqual([]);
    });

    it("is called by its name when it can't be read", async () => {
      await under.damage('errand', 'ER0001', '{');
      const [refused] = await town.say('201', 'history ER0001');
      expect(seen(refused!)).toContain("An errand that this needs can't be read");
      await town.again();
      const [notices] = await town.say('901', 'notices');
      expect(seen(notices!)).toContain('ER0001');
      expect(seen(notices!)).not.toContain('A record');
    });
  });
}
