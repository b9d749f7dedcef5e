import { CASE, last, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { textOf } from './seen-card';
import { startTown } from './town';
import type { Town } from './town';

let town: Town;

describe('A resolution with a delivery date', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it('is refused at its field without a date and out of range, and accepted within the range on the form (CL-1)', async () => {
    await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
    const form = last(await town.say('201', 'resolve CS0000001'));
    expect(JSON.stringify(form.card)).toMatch(/"min":"2026-[-0-9]{5}","max":"2036-/);
    const typed = { kind: 'delivery-date', notes: 'Ships on Friday.' };
    for (const [date, why] of [
      ['', 'needs a date'],
      ['0028-06-01', 'is before the case was opened'],
      ['2020-01-01', 'is before the case was opened'],
      ['2101-01-01', 'is more than 10 years away'],
    ] as const) {
      const back = await town.press('201', form, 'Resolve', { ...typed, date });
      expect(textOf(back.card)).toContain(why);
      expect(textOf(back.card)).toContain('to Mon 6 Oct 2036.');
    }
    const resolved = await town.press('201', form, 'Resolve', { ...typed, date: '2026-11-20' });
    expect(textOf(resolved.card)).toContain('Resolved.');
    expect(town.faults).toEqual([]);
  });
});
