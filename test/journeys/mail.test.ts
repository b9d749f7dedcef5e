import { startMailServer, settingsFor } from '../support/mail-server';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionsOf, textOf } from './seen-card';
import { chatOf, startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const HOUR = 3_600_000;
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

/** Begins with a mail server, which answers every message with `message` where that is given. */
async function begin(message?: { readonly code: number; readonly text: string }): Promise<void> {
  under = sqliteUnderTest();
  server = await startMailServer({
    ...(message === undefined ? {} : { message }),
    recipient: (address) =>
      address === 'pat@unit.example.mil' ? undefined : { code: 550, text: '5.1.1 Not known here' },
  });
  town = await startTown(START, under, settingsFor(server.port));
  await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
}

/** The process ends, and another starts so many hours after the first, with a mail server or without. */
async function restart(hours: number, served: boolean): Promise<void> {
  await town.leave();
  town = await startTown(START + hours * HOUR, under, served ? settingsFor(server.port) : undefined);
  // Longer than what was tried before waits to be tried again.
  town.pass(2 * HOUR);
  await town.beat();
}

afterEach(async () => {
  await town.end();
  await server.close();
});

describe('An email to the customer, from the form to the mail server,', () => {
  it('has the interim response or the final resolution as the agent edited it (CK-1, CL-3)', async () => {
    await begin();
    const form = last(await town.say('201', 'interim CS0000001'));
    expect(textOf(form.card)).toContain('It will go to Pat Customer by email');
    const typed = { text: 'Dear Pat,\nwe are on it. – Größe 5' };
    const sent = await town.press('201', form, 'Send interim response', typed);
    expect(JSON.stringify(sent)).toContain('It goes to pat@unit.example.mil by email.');
    const seen = textOf((await shown()).card);
    expect(seen).toContain('Email to pat@unit.example.mil: sent');
    const resolve = last(await town.say('201', 'resolve CS0000001'));
    await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Vendor was called twice.' });
    await town.press('201', last(await town.say('201', 'close CS0000001 It ships on Friday.')), 'Close');
    await town.beat();
    expect(server.taken.map(({ to, headers }) => [...to, headers.get('subject')])).toEqual([
      ['pat@unit.example.mil', "Case CS0000001: we're working on your inquiry"],
      ['pat@unit.example.mil', 'Case CS0000001: resolution of your inquiry'],
    ]);
    expect(server.taken[0]?.text).toBe('Dear Pat,\nwe are on it. – Größe 5');
    expect(server.taken[1]?.text).toMatch(
      /^Dear Pat Customer,\s+Your case CS0000001 is resolved\.\s+It ships on Friday\.\s+Please include case number/u,
    );
    expect(server.taken[1]?.text).not.toContain('Vendor was called');
    expect(new Set(server.taken.map(({ headers }) => headers.get('message-id'))).size).toBe(2);
    expect(town.faults).toEqual([]);
  });

  it('notifies the agent in their chat when the mail server refuses it, and can be sent again from the case (CL-3)', async () => {
    await begin();
    const form = last(await town.say('201', 'status CS0000001'));
    await town.press('201', form, 'Send status', { mailTo: 'pat@wrong.example.mil', text: 'It ships.' });
    await town.beat();
    const chat = (await town.standing(chatOf('201'))).map(({ card }) => textOf(card)).join('\n');
    expect(chat).toContain('Email to the customer rejected by the mail server');
    expect(chat).toContain('5.1.1 Not known here');
    const again = await town.press('201', await shown(), 'Send again');
    await town.press('201', again, 'Send again', { way: 'email', mailTo: 'pat@unit.example.mil' });
    await town.beat();
    expect(server.taken.map(({ text }) => text)).toEqual(['It ships.']);
    expect(actionsOf((await shown()).card).map(({ title }) => title)).not.toContain('Send again');
  });

  it('that the site can no longer send does not count until it is sent, and then counts from when it was written (CK-1)', async () => {
    // The server takes nothing now, and the site names none at the next start.
    await begin({ code: 451, text: '4.3.0 Try again later' });
    const form = last(await town.say('201', 'interim CS0000001'));
    await town.press('201', form, 'Send interim response');
    await town.beat();
    expect(textOf((await shown()).card)).toContain('Interim response: met, Tue 6 Oct, 10:00 EDT');
    await restart(1, false);
    const kept = textOf((await shown()).card);
    expect(kept).toContain('Email to pat@unit.example.mil: not sent, the site has no mail server');
    expect(kept).not.toContain('Interim response: met');
    delete server.answers.message;
    await restart(4, true);
    expect(server.taken.map(({ to }) => to)).toEqual([['pat@unit.example.mil']]);
    const sent = textOf((await shown()).card);
    expect(sent).toContain('Email to pat@unit.example.mil: sent Tue 6 Oct, 14:00 EDT');
    expect(sent).toContain('Interim response: met, Tue 6 Oct, 10:00 EDT');
  });

  it('that is unsent is sent by its writer themselves, and never leaves twice (CK-1)', async () => {
    await begin({ code: 451, text: '4.3.0 Try again later' });
    const form = last(await town.say('201', 'interim CS0000001'));
    await town.press('201', form, 'Send interim response', { text: 'We are on it.' });
    await restart(1, false);
    const again = await town.press('201', await shown(), 'Send again');
    expect(textOf(again.card)).toContain("was not sent, so it doesn't count. This site has no mail server.");
    const given = { way: 'email', sentMyself: 'true' };
    const recorded = textOf((await town.press('201', again, 'Record', given)).card);
    expect(recorded).toContain("It's recorded that you sent it to pat@unit.example.mil.");
    expect(recorded).toContain('Interim response: met, Tue 6 Oct, 11:00 EDT');
    delete server.answers.message;
    await restart(4, true);
    expect(server.taken).toEqual([]);
  });
});
