import { startMailServer, settingsFor } from '../support/mail-server';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { CASE, last, START } from './aviation-call';
import { nodesOf, textOf } from './seen-card';
import { startTown } from './town';
import type { Standing, Town } from './town';

const SITE = 'https://cases.example.mil';

let town: Town;
let server: Awaited<ReturnType<typeof startMailServer>>;
beforeEach(async () => {
  server = await startMailServer({});
  town = await startTown(START, sqliteUnderTest(), settingsFor(server.port), 'production', SITE);
});
afterEach(async () => {
  await town.end();
  await server.close();
});

const here = (at: string): string => at.replace(SITE, `http://127.0.0.1:${town.app.server.port}`);
const opened = async (at: string, init: RequestInit = {}): Promise<[number, string]> => {
  const answer = await fetch(here(at), init);
  return [answer.status, await answer.text()];
};

/** Opens and closes a case; the link that the customer was mailed. */
async function surveyLink(pr: string): Promise<string> {
  const created = await town.press('201', last(await town.say('201', 'new case')), 'Create case', {
    ...CASE,
    pr,
    nsn: '',
  });
  const number = /CS\d{7}/.exec(textOf(created.card))?.[0] ?? '';
  const resolve = last(await town.say('201', `resolve ${number}`));
  await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
  await town.press('201', last(await town.say('201', `close ${number}`)), 'Close');
  await town.beat();
  return /https:\S+/.exec(server.taken.at(-1)?.text ?? '')?.[0] ?? '';
}

/** The links of the report that was just asked for: its page and its files. */
async function reportLinks(): Promise<readonly string[]> {
  const shown: Standing = last(await town.say('201', 'report enterprise'));
  return [...nodesOf(shown.card)].flatMap(({ type, url }) =>
    type === 'Action.OpenUrl' && String(url).startsWith(`${SITE}/p/`) ? [String(url)] : [],
  );
}

it('Revoking the links turns their pages into a polite message, and new links work (CL-7, ME-7)', async () => {
  const survey = await surveyLink('7000000001');
  const reports = await reportLinks();
  expect(reports.length).toBeGreaterThan(0);
  for (const link of [survey, ...reports]) expect((await opened(link))[0]).toBe(200);

  const asked = last(await town.say('901', 'revoke links'));
  expect(textOf(asked.card)).toContain('Revoke all links?');
  expect((await opened(survey))[0]).toBe(200);
  const done = await town.press('901', asked, 'Revoke all links');
  expect(textOf(done.card)).toContain('All links are revoked');

  const [status, page] = await opened(survey);
  expect(status).toBe(410);
  expect(page).toContain('This link no longer works');
  expect(page).toContain('Sorry: to protect your answers');
  expect(page).toContain('contact us and mention your case number');
  const form = { method: 'POST', body: new URLSearchParams({ degree: '5' }) };
  expect((await opened(survey, form))[0]).toBe(410);
  expect(textOf(last(await town.say('201', 'history CS0000001')).card)).not.toContain('satisfied:');
  for (const link of reports)
    expect(await opened(link)).toEqual([410, expect.stringContaining('type report with the scope')]);
  // No such link was given out: it is still told from one that was revoked.
  expect((await opened(`${survey}x`))[0]).toBe(404);

  const again = await surveyLink('7000000002');
  for (const link of [again, ...(await reportLinks())]) expect((await opened(link))[0]).toBe(200);
  expect(town.faults).toEqual([]);
});
