import { startMailServer, settingsFor } from '../support/mail-server';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { textOf } from './seen-card';
import { chatOf, startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const DAY = 86_400_000;
const HOSTILE = '<script>alert(1)</script> **not bold** [x](https://evil.example) "\' &';
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

async function close(): Promise<void> {
  const resolve = last(await town.say('201', 'resolve CS0000001'));
  await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
  await town.press('201', last(await town.say('201', 'close CS0000001')), 'Close');
  await town.beat();
}

async function begin(publicUrl?: string): Promise<void> {
  server = await startMailServer({});
  town = await startTown(START, sqliteUnderTest(), settingsFor(server.port), 'production', publicUrl);
  await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
  await close();
}

/** The address that the customer was mailed, at the port where this server listens. */
function address(): string {
  const [found = ''] = /https:\S+/.exec(server.taken.at(-1)?.text ?? '') ?? [];
  return found.replace('https://cases.example.mil', `http://127.0.0.1:${town.app.server.port}`);
}

const seen = async (at: string): Promise<[number, string]> => {
  const answer = await fetch(at);
  return [answer.status, await answer.text()];
};
const answer = async (at: string, form: Readonly<Record<string, string>>): Promise<[number, string]> => {
  const answered = await fetch(at, { method: 'POST', body: new URLSearchParams(form) });
  return [answered.status, await answered.text()];
};
const history = async (): Promise<string> => textOf(last(await town.say('201', 'history CS0000001')).card);

afterEach(async () => {
  await town.end();
  await server.close();
});

it('A closure sends the customer a survey link, the case shows the answer, and its supervisor is notified once (CL-7)', async () => {
  await begin('https://cases.example.mil');
  expect(server.taken.map(({ headers }) => headers.get('subject'))).toEqual([
    'Case CS0000001: resolution of your inquiry',
    'Case CS0000001: how satisfied are you?',
  ]);
  // The agent wrote the first; the second goes by itself and greets the contact by name.
  expect(server.taken.map(({ headers }) => headers.get('auto-submitted'))).toEqual([
    undefined,
    'auto-generated',
  ]);
  expect(server.taken[1]?.text).toMatch(/^Dear Pat Customer,\n/);
  const at = address();
  expect(at).not.toMatch(/pat|unit/i);
  expect(await history()).not.toContain('/p/satisfaction');
  expect(await seen(at)).toEqual([200, expect.stringContaining('How satisfied are you with how your case')]);
  const [status, faulty] = await answer(at, { comment: HOSTILE });
  expect([status, faulty.includes('Choose how satisfied you are.')]).toEqual([422, true]);
  expect(faulty).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(faulty).not.toContain('<script');

  // Two submits at once make one entry; the other is told what stands.
  const both = await Promise.all([1, 1].map(() => answer(at, { degree: '1', comment: HOSTILE })));
  const words = both.map(([, text]) => text).join('\n');
  expect(words).toContain('<h1>Thank you</h1>');
  expect(words).toContain('You already answered');
  await town.beat();
  const told = (await town.standing(chatOf('401')))
    .map(({ card }) => textOf(card))
    .filter((text) => text.includes('extremely dissatisfied'));
  expect(told).toHaveLength(1);
  const kept = await history();
  expect(kept.match(/Customer: extremely dissatisfied/g)).toHaveLength(1);
  expect(kept).toContain('The customer');

  const [second, standing] = await answer(at, { degree: '5', comment: '' });
  expect(second).toBe(200);
  expect(standing).toContain('<strong>Extremely dissatisfied</strong>');
  expect(standing).not.toContain('<script');
  expect(town.faults).toEqual([]);
});

it('A survey page says politely that the case was reopened, and accepts one answer once it is closed again (CL-7)', async () => {
  await begin('https://cases.example.mil');
  const at = address();
  await town.press('201', last(await town.say('201', 'reopen CS0000001')), 'Reopen', { why: 'Not there.' });
  expect(await answer(at, { degree: '5' })).toEqual([
    409,
    expect.stringContaining('We&#39;re working on your case again'),
  ]);
  await close();
  expect(server.taken.filter(({ headers }) => headers.get('subject')?.includes('satisfied'))).toHaveLength(1);
  expect((await answer(at, { degree: '5' }))[1]).toContain('Thank you');
});

it('A survey page treats an expired link and a foreign link differently (CL-7)', async () => {
  await begin('https://cases.example.mil');
  const at = address();
  expect(await seen(`${at}x`)).toEqual([404, expect.stringContaining('This link doesn&#39;t work')]);
  town.now = START + 30 * DAY - 1;
  expect((await seen(at))[0]).toBe(200);
  town.now = START + 31 * DAY;
  expect(await seen(at)).toEqual([410, expect.stringContaining('This link has expired')]);
  expect(await answer(at, { degree: '5' })).toEqual([410, expect.stringContaining('has expired')]);
});

it('A closure sends no survey if the site has no PUBLIC_URL (CL-7)', async () => {
  await begin();
  expect(server.taken).toHaveLength(1);
  expect(await history()).not.toContain('asked to rate their satisfaction');
});
