import { CASE, last, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { inputValues, textOf } from './seen-card';
import { startTown } from './town';
import type { Town } from './town';

let town: Town;
const said = async (line: string) => last(await town.say('201', line));

describe('A case with wrong data', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it('is corrected in one form, and a customer who is added later gets a message (CA-10, CK-4)', async () => {
    const quiet = { ...CASE, externalContact: 'false' };
    await town.press('201', await said('new case'), 'Create case', quiet);
    const form = await said('correct CS0000001');
    expect(inputValues(form.card)).toMatchObject({ pr: '7001234567', externalContact: 'false' });
    const typed = { pr: 'PR 700-123-9999', externalContact: 'true', why: 'The customer called with the PR.' };
    const corrected = await town.press('201', form, 'Correct', typed);
    expect(textOf(corrected.card)).toContain('7001239999');
    expect(textOf(corrected.card)).toContain('PR number: was 7001234567, is 7001239999');
    expect(textOf(corrected.card)).toContain('Interim response');
    // The PR that it no longer has is free.
    const other = { ...CASE, nsn: '', description: 'And the gasket?' };
    const second = await town.press('201', await said('new case'), 'Create case', other);
    expect(textOf(second.card)).toContain('CS0000002');
    expect(town.faults).toEqual([]);
  });
});
