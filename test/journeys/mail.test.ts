import { startMailServer, settingsFor } from '../support/mail-server';
import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { actionsOf, textOf } from './seen-card';
import { chatOf, startTown } from './town';
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
let under: ReturnType<typeof sqliteUnderTest>;
let server: Awaited<ReturnType<typeof startMailServer>>;

const last = (cards: readonly Standing[]): Standing => {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
};
const shown = async (): Promise<Standing> => last(await town.say('201', 'CS0000001'));

async function begin(withServer: boolean): Promise<void> {
  under = sqliteUnderTest();
  server = await startMailServer({
    recipient: (address) =>
      address === 'pat@unit.example.mil' ? undefined : { code: 550, text: '5.1.1 Not known here' },
  });
  town = await startTown(START, under, withServer ? settingsFor(server.port) : undefined);
  await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
}

afterEach(async () => {
  await town.end();
  await server.close();
});

describe('e-mail to the customer, from the form to the mail server', () => {
  it('sends the interim response and the final resolution as the agent edited them (CK-1, CL-3)', async () => {
    await begin(true);
    const form = last(await town.say('201', 'interim CS0000001'));
    expect(textOf(form.card)).toContain('It goes to Pat Customer by e-mail');
    const typed = { text: 'Dear Pat,\nwe are on it. – Größe 5' };
    const sent = await town.press('201', form, 'Send interim response', typed);
    expect(JSON.stringify(sent)).toContain('It goes to pat@unit.example.mil by e-mail.');
    const seen = textOf((await shown()).card);
    expect(seen).toContain('E-mail to pat@unit.example.mil: sent');
    const resolve = last(await town.say('201', 'resolve CS0000001'));
    await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
    await town.press('201', last(await town.say('201', 'close CS0000001')), 'Close');
    await town.beat();
    expect(server.taken.map(({ to, headers }) => [...to, headers.get('subject')])).toEqual([
      ['pat@unit.example.mil', 'Case CS0000001: your inquiry is being worked'],
      ['pat@unit.example.mil', 'Case CS0000001: resolution of your inquiry'],
    ]);
    expect(server.taken[0]?.text).toBe('Dear Pat,\nwe are on it. – Größe 5');
    expect(server.taken[1]?.text).toContain('Your case CS0000001 is resolved.\nShips on Friday.');
    expect(new Set(server.taken.map(({ headers }) => headers.get('message-id'))).size).toBe(2);
    expect(town.faults).toEqual([]);
  });

  it('tells the agent in their chat where the mail server refuses, and sends again from the case (CL-3)', async () => {
    await begin(true);
    const form = last(await town.say('201', 'status CS0000001'));
    await town.press('201', form, 'Send status', { mailTo: 'pat@wrong.example.mil', text: 'It ships.' });
    await town.beat();
    const chat = (await town.standing(chatOf('201'))).map(({ card }) => textOf(card)).join('\n');
    expect(chat).toContain('E-mail to the customer refused by the mail server');
    expect(chat).toContain('5.1.1 Not known here');
    const again = await town.press('201', await shown(), 'Send again');
    await town.press('201', again, 'Send again', { way: 'email', mailTo: 'pat@unit.example.mil' });
    await town.beat();
    expect(server.taken.map(({ text }) => text)).toEqual(['It ships.']);
    expect(actionsOf((await shown()).card).map(({ title }) => title)).not.toContain('Send again');
  });

  it('keeps the mail on the case as not sent where the site has no mail server, and sends it once one is named', async () => {
    await begin(false);
    const form = last(await town.say('201', 'interim CS0000001'));
    const sent = await town.press('201', form, 'Send interim response');
    expect(JSON.stringify(sent)).toContain('it waits on the case until the site names a mail server');
    await town.beat();
    expect(textOf((await shown()).card)).toContain('E-mail to pat@unit.example.mil: not sent yet');
    expect(server.taken).toEqual([]);
    expect(town.faults).toEqual([]);
    await town.leave();
    town = await startTown(START, under, settingsFor(server.port));
    expect(server.taken.map(({ to }) => to)).toEqual([['pat@unit.example.mil']]);
    expect(textOf((await shown()).card)).toContain('E-mail to pat@unit.example.mil: sent');
  });
});
