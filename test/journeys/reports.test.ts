import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { rowsOfCsv } from '../support/read-csv';
import { CASE, SENT_MYSELF } from './aviation-call';
import { nodesOf, textOf } from './seen-card';
import { CHANNEL_OF, chatOf, startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const at = (iso: string): number => Date.parse(iso);
const CHANNEL = CHANNEL_OF['L2-AVN'];

let town: Town;
const last = (cards: readonly Standing[]): Standing => {
  const found = cards.at(-1);
  if (found === undefined) throw new Error('No card came');
  return found;
};
/** The addresses behind a card, by the titles of their buttons, at the port where this server listens. */
const linksOf = ({ card }: Standing): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...nodesOf(card)]
      .filter(({ type }) => type === 'Action.OpenUrl')
      .map(({ title, url }) => [title, String(url).replace('https://cases.example.mil', home())]),
  );
const home = (): string => `http://127.0.0.1:${town.app.server.port}`;
const reportsIn = async (where: string): Promise<readonly Standing[]> =>
  (await town.standing(where)).filter(({ card }) => textOf(card).startsWith('Report'));

async function closeOne(): Promise<void> {
  // Else a question has no time at all to count what changed.
  town.wallStep = 1;
  await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
  const resolve = last(await town.say('201', 'resolve CS0000001'));
  await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
  await town.press('201', last(await town.say('201', 'close CS0000001')), 'Close', SENT_MYSELF);
  await town.beat();
}

afterEach(() => town.end());

it('A report order gives a report with its page and files, and the next one comes by itself on the first business day (ME-7)', async () => {
  town = await startTown(START, sqliteUnderTest(), undefined, 'production', 'https://cases.example.mil');
  await closeOne();
  const asked = last(await town.say('401', 'report aviation this month', CHANNEL));
  expect(textOf(asked.card)).toContain("October 2026 hasn't ended yet: these are its numbers so far.");
  const ordered = await town.press('401', asked, 'Post it monthly');
  expect(textOf(ordered.card)).toContain('The report for Aviation will be posted each month');
  for (const now of ['2026-11-01T12:00-05:00', '2026-11-02T06:59-05:00']) {
    town.now = at(now);
    await town.beat();
  }
  const before = (await reportsIn(CHANNEL)).length;
  town.now = at('2026-11-02T07:00-05:00');
  for (let beats = 0; beats < 3; beats += 1) await town.beat();
  const standing = await reportsIn(CHANNEL);
  expect(standing).toHaveLength(before + 1);
  const came = last(standing);
  expect(textOf(came.card)).toContain('Report · October 2026');
  expect(textOf(came.card)).toContain('1 of 1 case');
  expect(textOf(came.card)).not.toContain('Posted late');

  const links = linksOf(came);
  expect(Object.keys(links)).toEqual(['Open the report', 'Metrics (CSV)', 'Cases (CSV)']);
  const page = await fetch(links['Open the report'] ?? '');
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe|script/u);
  expect(await page.text()).toContain('<h1>Report of October 2026: Aviation</h1>');
  const figures = await fetch(links['Metrics (CSV)'] ?? '');
  expect(figures.headers.get('content-disposition')).toBe(
    'attachment; filename="report-figures-msc-aviation-2026-10.csv"',
  );
  const [head] = rowsOfCsv(await figures.text());
  expect(head).toMatchObject({
    scope_name: 'Aviation',
    measure_key: 'enterprise-crt',
    count: '1',
    met: '1',
    goal_met: 'yes',
  });
  const cases = await fetch(links['Cases (CSV)'] ?? '');
  const bytes = new Uint8Array(await cases.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(rowsOfCsv(new TextDecoder().decode(bytes)).map((row) => row['case_number'])).toContain('CS0000001');
  expect(town.faults).toEqual([]);
});

it('A review order posts the report ten business days before the review, and nothing once it is withdrawn (ME-9)', async () => {
  town = await startTown(START, sqliteUnderTest());
  const set = last(await town.say('201', 'review 2026-11-18 L2-AVN'));
  // Back from Wednesday 18 November over Veterans Day and two weekends.
  expect(textOf(set.card)).toContain('3 Nov 2026, 00:00 EST, 10 business days before it.');
  await town.say('201', 'review 2026-12-15');
  town.now = at('2026-11-03T00:00-05:00');
  await town.beat();
  const came = last(await reportsIn(chatOf('201')));
  expect(textOf(came.card)).toContain('Report for the review on 18 November 2026 · October 2026');
  // Without an address of the site an anonymous bot is reached on its own machine.
  expect(linksOf(came)['Open the report']).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/p\/report\//u);
  expect((await fetch(linksOf(came)['Open the report'] ?? '')).status).toBe(200);
  await town.say('201', 'review stop 2026-12-15');
  town.now = at('2026-12-01T12:00-05:00');
  await town.beat();
  expect(await reportsIn(chatOf('201'))).toHaveLength(1);
  expect(town.faults).toEqual([]);
});
