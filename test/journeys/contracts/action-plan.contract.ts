import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, SENT_MYSELF, START } from '../aviation-call';
import { actionsOf, inputValues, textOf } from '../seen-card';
import { chatOf, startTown } from '../town';
import type { Standing, Town } from '../town';

const DAY = 86_400_000;
const at = (iso: string): number => Date.parse(iso);
const WRITTEN = { what: 'Two more agents take the queue.', who: 'Kim Lee', byWhen: '2026-11-13' };

/** A month misses its goal, the plan is asked for, written, overdue and met; on the engine that is given. */
export function actionPlanJourney(name: string, engine: EngineUnderTest): void {
  describe(`A missed goal on ${name}`, () => {
    let town: Town;
    beforeEach(async () => {
      town = await startTown(START, engine);
      town.wallStep = 50;
    });
    afterEach(async () => {
      await town.end();
      expect(town.faults).toEqual([]);
    });

    /** Opens a case now and closes it then. */
    async function workCase(number: string, pr: string, closedAt: string): Promise<void> {
      const request = { ...CASE, pr, nsn: '', contactEmail: `${number}@unit.example.mil` };
      const form = last(await town.say('201', 'new case'));
      await town.press('201', form, 'Create case', request);
      const interim = last(await town.say('201', `interim ${number}`));
      await town.press('201', interim, 'Record as sent', SENT_MYSELF);
      town.now = at(closedAt);
      const resolve = last(await town.say('201', `resolve ${number}`));
      await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
      await town.press('201', last(await town.say('201', `close ${number}`)), 'Close', SENT_MYSELF);
    }
    const chat = async (): Promise<readonly Standing[]> => town.standing(chatOf('902'));
    /** What came to the analyst about plans since so many cards. */
    const news = async (before: number): Promise<readonly string[]> =>
      (await chat()).slice(before).map(({ card }) => textOf(card).split('\n')[0] ?? '');

    it("asks the MSC's analyst on the first business day, stays open until it is met, and is then closed automatically (ME-8)", async () => {
      await town.say('902', 'hello');
      await workCase('CS0000001', '7001234561', '2026-10-30T12:00-04:00');
      let seen = (await chat()).length;

      // Sunday 1 November: the month has ended, its figures are not out.
      town.now = at('2026-11-01T23:59-05:00');
      await town.again();
      expect(await news(seen)).toEqual([]);
      // From the first business day on the plans are there; their owner is told in the morning.
      town.now = at('2026-11-02T00:00-05:00');
      await town.again();
      expect(textOf(last(await town.say('401', 'action plans aviation')).card)).toContain('not written yet');
      expect(await news(seen)).toEqual([]);
      town.now = at('2026-11-02T07:00-05:00');
      await town.again();
      expect(await news(seen)).toEqual(Array.from({ length: 2 }, () => '⚠ You need to write an action plan'));
      await town.again();
      expect(await chat()).toHaveLength(seen + 2);

      // From the message to the form, in place; what is at fault is told there, and nothing typed is lost.
      const asked = (await chat()).find(({ card }) => textOf(card).includes('Levels 2 and 3'));
      if (asked === undefined) throw new Error('nothing was asked');
      for (const words of ['Aviation · October 2026', '0 of 1 case · 1 more case would have met it'])
        expect(textOf(asked.card)).toContain(words);
      expect(actionsOf(asked.card).map(({ title }) => title)).toContain('CS0000001');
      const form = await town.press('902', asked, 'Write action plan');
      const back = await town.press('902', form, 'Save action plan', { ...WRITTEN, byWhen: '2026-10-31' });
      expect(textOf(back.card)).toContain('Sat 31 Oct 2026 is in the past');
      expect(inputValues(back.card)).toMatchObject({ what: WRITTEN.what, who: WRITTEN.who });
      const written = await town.press('902', back, 'Save action plan', WRITTEN);
      expect(textOf(written.card)).toContain('under way');

      // Shown to anyone, and overdue once its date has passed: its owner is told once.
      const list = last(await town.say('401', 'action plans aviation'));
      expect(textOf(list.card)).toContain('by Fri 13 Nov 2026 · Kim Lee');
      seen = (await chat()).length;
      town.now = at('2026-11-14T07:00-05:00');
      await town.again();
      await town.again();
      expect(await news(seen)).toEqual(['⚠ Your action plan is overdue']);
      expect(textOf(last(await town.say('401', 'action plans')).card)).toContain(
        'overdue: by Fri 13 Nov 2026',
      );

      // November meets the goal; from now on the analyst wants such news in their digest.
      const set = last(await town.say('902', 'notifications plans digest'));
      expect(textOf(set.card)).toContain('In one card at 08:00: Action plans I own.');
      town.now = at('2026-11-16T10:00-05:00');
      await workCase('CS0000002', '7001234562', '2026-11-18T12:00-05:00');
      seen = (await chat()).length;
      town.now = at('2026-12-01T07:00-05:00');
      await town.again();
      expect(await news(seen)).toEqual([]);
      town.pass(DAY);
      await town.again();
      await town.again();
      expect(await news(seen)).toEqual(['Your digest: 2 notifications']);
      const digest = last(await chat());
      expect(textOf(digest.card).match(/The goal is met: your action plan is closed/g)).toHaveLength(2);
      expect(textOf((await town.press('902', digest, 'Open')).card)).toMatch(/Action plan AP\d{7}: met/);
      expect(textOf(last(await town.say('401', 'action plans aviation')).card)).toContain(
        'No action plans are open.',
      );
      const number = actionsOf(written.card).find(({ verb }) => verb === 'plan.close')?.data['plan'] ?? '';
      const history = textOf(last(await town.say('401', `action plan ${number}`)).card);
      for (const words of [
        'Met: 100% in November 2026',
        'Planned: Kim Lee',
        'Plan requested',
        "passed; the goal isn't met",
      ])
        expect(history).toContain(words);
    });
  });
}
