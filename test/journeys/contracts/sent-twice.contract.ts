import type { EngineUnderTest } from '../../storage/engine-under-test';
import { CASE, last, START } from '../aviation-call';
import { textOf } from '../seen-card';
import { startTown } from '../town';
import type { Standing, Town } from '../town';

/** Two presses of one button over HTTP, each an activity of its own, as a client sends them. */
export function sentTwice(name: string, engine: EngineUnderTest): void {
  describe(`A form that is sent twice on ${name}`, () => {
    let town: Town;
    beforeEach(async () => {
      town = await startTown(START, engine);
    });
    afterEach(async () => {
      await town.end();
    });

    const twice = async (on: Standing, title: string, filled: Readonly<Record<string, string>>) => {
      const both = await Promise.all([
        town.press('201', on, title, filled),
        town.press('201', on, title, filled),
      ]);
      return [...both, await town.press('201', on, title, filled)].map(({ card }) => textOf(card));
    };

    it('makes one case with Create and one note with Add note, and answers each press with the result (CA-11)', async () => {
      const cards = await twice(last(await town.say('201', 'new case')), 'Create case', CASE);
      for (const seen of cards) expect(seen).toContain('CS0000001 was created.');
      expect(textOf(last(await town.say('201', 'CS0000002')).card)).toContain('Case CS0000002 not found');

      const note = { text: 'Called the depot about it.' };
      for (const seen of await twice(last(await town.say('201', 'note CS0000001')), 'Add note', note))
        expect(seen).toContain(note.text);
      const history = textOf(last(await town.say('201', 'history CS0000001')).card);
      expect(history.split(note.text)).toHaveLength(2);
      // The form opened again is another one.
      await town.press('201', last(await town.say('201', 'note CS0000001')), 'Add note', note);
      const after = textOf(last(await town.say('201', 'history CS0000001')).card);
      expect(after.split(note.text)).toHaveLength(3);
      expect(town.faults).toEqual([]);
    });

    it('answers a press after the case moved on with what the first press did, and says so (CA-11)', async () => {
      await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
      const form = last(await town.say('201', 'resolve CS0000001'));
      const typed = { kind: 'other', notes: 'The customer was told where it is.' };
      const first = await town.press('201', form, 'Resolve', typed);
      expect(textOf(first.card)).toContain(
        '✓ Resolved. Next, close it to send the customer the final resolution.',
      );
      await town.press('201', last(await town.say('201', 'reopen CS0000001')), 'Reopen', {
        why: 'It was the wrong part.',
      });
      const again = textOf((await town.press('201', form, 'Resolve', typed)).card);
      expect(again).toContain('The reply was: “Resolved. Next, close it');
      expect(again).toContain('The case has changed since then. This is how it is now.');
      expect(again).not.toContain('✓ Resolved');
      expect(again).toContain('In progress');
    });
  });
}
