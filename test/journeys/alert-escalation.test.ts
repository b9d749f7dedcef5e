import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { CASE, last, START } from './aviation-call';
import { actionsOf, inputValues, textOf } from './seen-card';
import { CHANNEL_OF, startTown } from './town';
import type { PersonKey, Standing, Town } from './town';

const HOUR = 3_600_000;
const ANALYST = '00000000-0000-4000-8000-000000000902';

let town: Town;
beforeEach(async () => {
  town = await startTown(START, sqliteUnderTest());
});
afterEach(async () => {
  await town.end();
});

const say = async (who: PersonKey, line: string): Promise<Standing> => last(await town.say(who, line));
const seen = ({ card }: Standing): string => textOf(card);
const titles = ({ card }: Standing): string[] => actionsOf(card).map(({ title }) => title);
const inChannel = async (): Promise<readonly Standing[]> => town.standing(CHANNEL_OF['L3-AVN']);
const again = async ({ activityId }: Standing): Promise<Standing> =>
  last((await inChannel()).filter((each) => each.activityId === activityId));

async function atLevel3(): Promise<void> {
  await town.press('201', await say('201', 'new case'), 'Create case', CASE);
  const first = await say('201', 'escalate CS0000001');
  const checklist = await town.press('201', first, 'Continue', {
    direction: 'pre-award',
    actionType: 'PR Expedite',
    notesDate: '2026-10-01',
    eadSuffices: 'yes',
  });
  const items = Object.keys(inputValues(checklist.card)).filter((id) => id.startsWith('item.'));
  await town.press(
    '201',
    checklist,
    'Escalate',
    Object.fromEntries(items.map((id) => [id, 'Searched, nothing found.'])),
  );
}

it('A missed clock that no one meets is escalated once, and Acknowledge stops that and shows who did (CK-11)', async () => {
  await atLevel3();
  town.now = START + 24 * HOUR + 60_000;
  await town.beat();
  const breach = last(await inChannel());
  expect(seen(breach)).toContain('Missed: Assignment');
  expect(seen(breach)).not.toContain('late:');

  town.now = START + 48 * HOUR + 120_000;
  await town.beat();
  const up = last(await inChannel());
  expect(seen(up)).toContain('Still missed: Assignment');
  expect(JSON.stringify(up.card['msteams'].entities)).toContain(ANALYST);
  const posted = (await inChannel()).length;
  await town.beat();
  expect(await inChannel()).toHaveLength(posted);

  const mine = await town.press('301', up, 'Acknowledge');
  expect(seen(mine)).toContain('Aviation Level 3 Gatekeeper acknowledged');
  for (const card of [await again(breach), await again(up)]) {
    expect(seen(card)).toMatch(/Acknowledged by:?\s*Aviation Level 3 Gatekeeper,/);
    expect(titles(card)).not.toContain('Acknowledge');
  }
  expect(seen(await say('401', 'have it CS0000001'))).toContain('Aviation Level 3 Gatekeeper acknowledged');
  const history = seen(await say('201', 'history CS0000001'));
  expect(history).toContain('Still missed, alert escalated: Assignment');
  expect(history).toContain('Acknowledged: Assignment');
  expect(town.faults).toEqual([]);
});

it('An acknowledged breach is not escalated again, but the next missed clock is (CK-11)', async () => {
  await atLevel3();
  town.now = START + 24 * HOUR + 60_000;
  await town.beat();
  await town.press('301', last(await inChannel()), 'Acknowledge');
  town.now = START + 80 * HOUR;
  await town.beat();
  expect((await inChannel()).map(seen).join()).not.toContain('Still missed');
  const level2 = await town.standing(CHANNEL_OF['L2-AVN']);
  expect(level2.map(seen).join()).toContain('Missed: Interim response');
  expect(town.faults).toEqual([]);
});

it('After an outage, each breach alert says how late it is and why (CK-11)', async () => {
  await atLevel3();
  town.now = START + 27 * HOUR;
  await town.beat();
  const breach = last(await inChannel());
  expect(seen(breach)).toContain("Posted 3 h late: Casekeeper wasn't running or was behind.");
  await town.press('301', breach, 'Claim');
  expect(seen(await again(breach))).toContain('Posted 3 h late');
  expect(town.faults).toEqual([]);
});
