import { startMailServer, settingsFor } from '../support/mail-server';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionsOf, inputValues, textOf } from './seen-card';
import { startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const CASE = {
  account: 'W25G1V',
  contactName: 'Pat Customer',
  contactEmail: 'pat@unit.example.mil',
  customerChannel: 'telephone',
  externalContact: 'true',
  msc: 'aviation',
  ipd: '02',
  reason: 'backorder',
  description: 'Where is my order for the packing?',
  problemNotes: 'Backordered since June.',
};

let town: Town;
let server: Awaited<ReturnType<typeof startMailServer>>;

const last = (cards: readonly Standing[]): Standing => {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
};
const say = async (line: string): Promise<Standing> => last(await town.say('201', line));

beforeEach(async () => {
  server = await startMailServer();
  town = await startTown(START, sqliteUnderTest(), settingsFor(server.port));
  for (const description of [CASE.description, 'And where is the other one?']) {
    const made = await town.press('201', await say('new case'), 'Create case', { ...CASE, description });
    if (!textOf(made.card).includes('was created')) await town.press('201', made, 'Create anyway');
  }
  await town.press('201', await say('resolve cs1'), 'Resolve', {
    kind: 'delivery-date',
    notes: 'Ships on Friday.',
    date: '2026-10-09',
  });
});

afterEach(async () => {
  await town.end();
  await server.close();
});

describe('Lines typed in a hurry', () => {
  it('send nothing to the customer by themselves, and get a question if they name two things (CK-1, CL-3)', async () => {
    for (const line of [
      'close cs1 please',
      'close cs1 asap',
      'close cs1 It ships.',
      'interim cs2 now',
      'status cs2 please',
    ]) {
      const form = await say(line);
      const values = inputValues(form.card);
      expect([line, Object.keys(values)]).toEqual([
        line,
        expect.arrayContaining(['mailTo', 'mailSubject', 'text']),
      ]);
      expect(values['text']).not.toMatch(/^(?:please|asap|now)$/);
    }
    for (const line of ['close cs1 and cs2', 'close cs1 and open a new case', 'approve cs1 or decline it?']) {
      const asked = await say(line);
      expect([line, textOf(asked.card)]).toEqual([
        line,
        expect.stringContaining('Nothing has been done yet.'),
      ]);
    }
    await town.beat();
    expect(server.taken).toEqual([]);
    expect(textOf((await say('cs1')).card)).toContain('Resolved');

    const asked = await say('close cs1 and cs2');
    expect(actionsOf(asked.card).map(({ title }) => title)).toEqual([
      'Close CS0000001',
      'Close CS0000002',
      'Cancel',
    ]);
    const form = await town.press('201', asked, 'Close CS0000001');
    await town.press('201', form, 'Close', { text: 'Dear Pat, it ships on Friday.' });
    await town.beat();
    expect(server.taken.map(({ text }) => text)).toEqual(['Dear Pat, it ships on Friday.']);
    expect(town.faults).toEqual([]);
  });
});
