import { CASE, last, SENT_MYSELF, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionsOf, inputValues, textOf } from './seen-card';
import { chatOf, CHANNEL_OF, personId, startTown } from './town';
import type { Standing, Town } from './town';

let town: Town;

const said = async (who: '201' | '302', line: string): Promise<Standing> => last(await town.say(who, line));
const titles = ({ card }: Standing): readonly string[] => actionsOf(card).map(({ title }) => title);

/** Brings a case to Level 3 and back with an award in March, and resolves it; answers its Close form. */
async function resolvedWithLongLead(): Promise<Standing> {
  await town.press('201', await said('201', 'new case'), 'Create case', CASE);
  const conditions = { direction: 'pre-award', actionType: 'PR Expedite', notesDate: '', eadSuffices: 'yes' };
  const checklist = await town.press('201', await said('201', 'escalate CS0000001'), 'Continue', conditions);
  const items = Object.keys(inputValues(checklist.card)).filter(
    (id) => id.startsWith('item.') && id !== 'item.latest-note',
  );
  await town.press(
    '201',
    checklist,
    'Escalate',
    Object.fromEntries(items.map((id) => [id, 'Searched, nothing found.'])),
  );
  const arrived = last(await town.standing(CHANNEL_OF['L3-AVN']));
  await town.press('301', arrived, 'Assign', { assignee: personId('302') });
  const award = { kind: 'award', date: '2027-03-01', text: 'Awarded.' };
  await town.press('302', await said('302', 'respond CS0000001'), 'Return response', award);
  const resolution = { kind: 'delivery-date', notes: 'Delivery on 1 March 2027.', date: '2027-03-01' };
  await town.press('201', await said('201', 'resolve CS0000001'), 'Resolve', resolution);
  return said('201', 'close CS0000001');
}

describe('A closure with a long lead time', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it('goes to the supervisor and the channel, is declined, requested again, and approved, and the case is reopened (CL-5, RE-1)', async () => {
    const close = await resolvedWithLongLead();
    const asked = await town.press('201', close, 'Close', { reason: 'No source is earlier.' });
    expect(textOf(asked.card)).toContain('Waiting for approval');

    const inChannel = last(await town.standing(CHANNEL_OF['L2-AVN']));
    expect(textOf(inChannel.card)).toContain('No source is earlier.');
    expect(JSON.stringify(inChannel.card['msteams'].entities)).toContain(personId('401'));
    const inPerson = last(await town.standing(chatOf('401')));
    expect(titles(inPerson)).toEqual(['Approve closing', 'Decline closing', 'Open case']);

    const form = await town.press('401', inPerson, 'Decline closing');
    await town.press('401', form, 'Decline closing', { why: 'Ask for lateral support first.' });
    const answer = textOf(last(await town.standing(chatOf('201'))).card);
    expect(answer).toContain('Ask for lateral support first.');
    expect(answer).toContain('Aviation Supervisor, in a personal chat');
    // The card that stands in the channel says how it was answered, with no button that would be stale.
    const declined = (await town.standing(CHANNEL_OF['L2-AVN'])).find(
      ({ activityId }) => activityId === inChannel.activityId,
    );
    expect(textOf(declined!.card)).toContain('closing declined');
    expect(titles(declined!)).toEqual(['Open case']);

    // What was written for the first request stands in the second.
    const anew = await said('201', 'close CS0000001');
    expect(inputValues(anew.card)['reason']).toBe('No source is earlier.');
    await town.press('201', anew, 'Close', { alternative: 'Local purchase.' });
    const second = last(await town.standing(CHANNEL_OF['L2-AVN']));
    const refused = await town.press('201', second, 'Approve closing');
    expect(textOf(refused.card)).toContain("isn't available to you");
    const message = await town.press('401', second, 'Approve closing');
    const approved = await town.press('401', message, 'Approve closing', SENT_MYSELF);
    expect(textOf(approved.card)).toContain('Approved and closed.');
    const told = textOf(last(await town.standing(chatOf('201'))).card);
    expect(told).toContain('Closing approved');
    expect(told).toContain('Aviation Supervisor, in the channel of Aviation Customer Operations');

    const reopened = await said('201', 'reopen CS0000001 The customer was given the wrong date.');
    expect(textOf(reopened.card)).toContain('Reopened.');
    expect(town.faults).toEqual([]);
  });
});
