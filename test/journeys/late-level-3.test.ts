import { CASE, last, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionsOf, inputValues, textOf } from './seen-card';
import { CHANNEL_OF, chatOf, personId, startTown } from './town';
import type { PersonKey, Standing, Town } from './town';

const HOUR = 3_600_000;

let town: Town;
beforeEach(async () => {
  town = await startTown(START, sqliteUnderTest());
});
afterEach(async () => {
  await town.end();
});

const say = async (who: PersonKey, line: string): Promise<Standing> => last(await town.say(who, line));
const seen = (on: Standing): string => textOf(on.card);
const titles = (on: Standing): readonly string[] => actionsOf(on.card).map(({ title }) => title);

async function newCase(who: PersonKey, change: Readonly<Record<string, string>> = {}): Promise<Standing> {
  return town.press(who, await say(who, 'new case'), 'Create case', { ...CASE, ...change });
}

async function escalate(who: PersonKey, given: Readonly<Record<string, string>>): Promise<Standing> {
  const first = await say(who, 'escalate CS0000001');
  const checklist = await town.press(who, first, 'Continue', given);
  const items = Object.keys(inputValues(checklist.card)).filter((id) => id.startsWith('item.'));
  const findings = Object.fromEntries(items.map((id) => [id, `Verified for ${id}`]));
  return town.press(who, checklist, 'Escalate', findings);
}

it('Level 2 learns that Level 3 is late and asks both supervisors, who are notified and really mentioned (L3-3)', async () => {
  await newCase('201');
  await escalate('201', {
    direction: 'pre-award',
    actionType: 'PR Expedite',
    notesDate: '2026-10-01',
    eadSuffices: 'yes',
  });
  const early = await say('201', 'ask supervisors CS0000001');
  expect(seen(early)).toContain('7 Oct 2026, 10:00 EDT');

  town.now = START + 25 * HOUR;
  await town.beat();
  const notification = last(await town.standing(chatOf('201')));
  expect(seen(notification)).toContain('Missed: Assignment');
  const form = await town.press('201', notification, 'Ask supervisors');
  const empty = await town.press('201', form, 'Ask supervisors', { text: '' });
  expect(seen(empty)).toContain('⚠');
  const asked = await town.press('201', empty, 'Ask supervisors', {
    text: 'Tail 88 is down; assign it today.',
  });
  expect(seen(asked)).toContain('The supervisors of both groups have been asked');

  const posted = last(await town.standing(CHANNEL_OF['L3-AVN']));
  expect(seen(posted)).toContain('Tail 88 is down; assign it today.');
  expect(JSON.stringify(posted.card['msteams'].entities)).toContain(personId('401'));
  expect(seen(last(await town.standing(chatOf('401'))))).toContain('Supervisors asked');
  expect(seen(await say('201', 'history CS0000001'))).toContain('Tail 88 is down; assign it today.');
  expect(town.faults).toEqual([]);
});

it("Each due time is explained, the history is complete, and the customer's other cases are shown beside it (CK-2, RE-1, CA-3)", async () => {
  await newCase('201');
  const card = await newCase('201', { pr: '7009999999', nsn: '', description: 'And the gasket?' });
  expect(titles(card)).toEqual(expect.arrayContaining(['Explain clocks', 'History', 'Customer’s cases']));
  const clocks = await town.press('201', card, 'Explain clocks');
  expect(seen(clocks)).toContain('Sat 10 Oct, Sun 11 Oct, Mon 12 Oct (Columbus Day)');
  const back = await town.press('201', clocks, 'Open case');
  const history = await town.press('201', back, 'History');
  expect(seen(history)).toContain('Description: And the gasket?');
  const others = await town.press('201', await town.press('201', history, 'Open case'), 'Customer’s cases');
  expect(seen(others)).toContain('CS0000001');
  expect(seen(others)).toContain('Customer of CS0000002');
  expect(town.faults).toEqual([]);
});
