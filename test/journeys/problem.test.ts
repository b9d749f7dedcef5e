import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { textOf } from './seen-card';
import { chatOf, startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const last = (cards: readonly Standing[]): Standing => {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
};

describe('A problem with Casekeeper', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterAll(() => town.end());

  it("goes from an agent's form to the program officer's chat, and the answer comes back (AC-6)", async () => {
    await town.say('901', 'hello');
    const form = last(await town.say('201', 'report problem reference 7F3K'));
    const kept = await town.press('201', form, 'Report', { text: 'My queue was empty.' });
    expect(textOf(kept.card)).toContain('PB0000001');

    const told = last(await town.standing(chatOf('901')));
    for (const words of ['PB0000001', 'Level 2 Agent', 'My queue was empty.', '7F3K', 'in a personal chat'])
      expect(textOf(told.card)).toContain(words);
    const asking = await town.press('901', told, 'Answer');
    const answered = await town.press('901', asking, 'Answer', { answer: 'It is corrected.' });
    expect(textOf(answered.card)).toContain('Answered by Program Officer');

    const back = last(await town.standing(chatOf('201')));
    expect(textOf(back.card)).toContain('Your report PB0000001 was answered');
    expect(textOf(back.card)).toContain('It is corrected.');
    expect(town.faults).toEqual([]);
  });
});
