import { sqliteUnderTest } from '../../storage/sqlite/sqlite-under-test';
import { CASE, last, START } from '../aviation-call';
import { actionsOf, inputValues, textOf } from '../seen-card';
import { CHANNEL_OF, personId, startTown } from '../town';
import type { Standing, Town } from '../town';

let town: Town;

const said = async (who: '201' | '302', line: string): Promise<Standing> => last(await town.say(who, line));
const titles = ({ card }: Standing): readonly string[] => actionsOf(card).map(({ title }) => title);
const RESOLUTION = { kind: 'other', notes: 'The customer withdrew the request.' };

/** Brings a case to Level 3 and gives it to an agent there. */
async function atLevel3(): Promise<void> {
  await town.press('201', await said('201', 'new case'), 'Create case', CASE);
  const conditions = { direction: 'pre-award', actionType: 'PR Expedite', notesDate: '', eadSuffices: 'yes' };
  const checklist = await town.press('201', await said('201', 'escalate CS0000001'), 'Continue', conditions);
  const items = Object.keys(inputValues(checklist.card)).filter(
    (id) => id.startsWith('item.') && id !== 'item.latest-note',
  );
  const found = Object.fromEntries(items.map((id) => [id, 'Searched on 2 November 2026']));
  await town.press('201', checklist, 'Escalate', found);
  const arrived = last(await town.standing(CHANNEL_OF['L3-AVN']));
  await town.press('301', arrived, 'Assign', { assignee: personId('302') });
}

describe('A case that comes back from Level 3 without an answer', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
    await atLevel3();
  });
  afterEach(async () => {
    await town.end();
  });

  it("is recalled by a line with the reason, reported in Level 3's channel, and resolved by Level 2 (L3-2)", async () => {
    const recalled = await said('201', 'recall CS0000001 The customer withdrew the request.');
    const card = actionsOf(recalled.card).some(({ title }) => title === 'Recall')
      ? await town.press('201', recalled, 'Recall')
      : recalled;
    expect(textOf(card.card)).toContain('Level 3 is notified.');
    const read = last(await town.standing(CHANNEL_OF['L3-AVN']));
    expect(textOf(read.card)).toContain('CS0000001 was recalled');
    expect(textOf(read.card)).toContain('The customer withdrew the request.');
    const resolved = await town.press('201', await said('201', 'resolve CS0000001'), 'Resolve', RESOLUTION);
    expect(textOf(resolved.card)).toContain('Resolved.');
    expect(town.faults).toEqual([]);
  });

  it('is referred back and resolved by Level 2 without another escalation (L3-2)', async () => {
    const form = await said('302', 'refer back CS0000001');
    await town.press('302', form, 'Refer back', { missing: 'The tail number' });
    const shown = await said('201', 'CS0000001');
    expect(titles(shown)).toContain('Resolve');
    const resolved = await town.press('201', await said('201', 'resolve CS0000001'), 'Resolve', RESOLUTION);
    expect(textOf(resolved.card)).toContain('Resolved.');
    expect(town.faults).toEqual([]);
  });
});
