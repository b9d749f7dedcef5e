import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { changeOf, openCase } from '../../src/domain/cases/change';
import { signedLinks } from '../../src/web/signed-links';
import { satisfactionAddress, satisfactionPage } from '../../src/web/pages/satisfaction.page';
import type { CaseRepository } from '../../src/ports/cases';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { opened } from '../support/cases';
import { MemoryCases } from '../support/memory/memory-cases';
import { aWorld, START } from '../support/site';
import { startBrowser } from './chat-window';
import { expectSeenWell, VIEWS } from './seen-well';

const PICTURES = join(__dirname, '../../build/e2e');
const CONTEXT = { ...aWorld(START), asksCustomers: true };
const links = signedLinks(() => Promise.resolve({ current: new Uint8Array(32).fill(1), former: [] }));
const word = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001' } as const;

let browser: Browser;
let cases: CaseRepository;
let app: BotHouse;
let address: string;
beforeAll(async () => {
  browser = await startBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(() => browser.close());
beforeEach(async () => {
  cases = new MemoryCases();
  const act = { by: 'av2-agent', at: START, cause: 'open' };
  const { state: before } = openCase('CS0000001', [opened()], act, CONTEXT);
  const ended = [
    { kind: 'resolved', notes: 'x' },
    { kind: 'closed', text: 'x', word },
  ] as const;
  await cases.insert(changeOf(before, ended, { ...act, cause: 'close' }, CONTEXT));
  const page = satisfactionPage({ links, cases, context: () => CONTEXT, saved: () => undefined });
  app = await startBotHouse({ pages: [page] });
  address = await satisfactionAddress(app.url, links, 'CS0000001', CONTEXT);
});
afterEach(() => app.stop());

it.each(VIEWS)(
  'The survey can be answered by keyboard alone and passes the accessibility checks: %s (CL-7)',
  async (name, width, colorScheme) => {
    const picture = `satisfaction-${name.replace(' ', '-')}`;
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
    });
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => {
      // A page that says no is no fault of the page.
      if (message.type() === 'error' && !message.text().includes('422')) faults.push(message.text());
    });
    await page.goto(address);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.getByRole('heading', { level: 1 }).allTextContents()).toEqual([
      'How satisfied are you?',
    ]);
    const group = page.getByRole('group', {
      name: 'How satisfied are you with how your case CS0000001 was handled?',
    });
    expect(await group.getByRole('radio').count()).toBe(5);
    await page.screenshot({ path: join(PICTURES, `${picture}.png`), fullPage: true });
    await expectSeenWell(page);

    // Nothing chosen: the summary has the focus and leads to the first degree.
    await page.getByRole('button', { name: 'Send answer' }).press('Enter');
    const fault = page.getByRole('alert').getByRole('link', { name: 'Choose how satisfied you are.' });
    await fault.waitFor();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator(':focus').textContent()).toBe('Choose how satisfied you are.');
    await expectSeenWell(page);
    await page.screenshot({ path: join(PICTURES, `${picture}-fault.png`), fullPage: true });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    expect(await page.getByLabel('Satisfied', { exact: true }).isChecked()).toBe(true);
    await page.screenshot({ path: join(PICTURES, `${picture}-chosen.png`), fullPage: true });
    await page.keyboard.press('Tab');
    await page.keyboard.type('Quick & <b>kind</b>.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thank you' }).waitFor();
    await page.goto(address);
    expect(await page.locator('blockquote').textContent()).toBe('Quick & <b>kind</b>.');
    await expectSeenWell(page);
    await page.screenshot({ path: join(PICTURES, `${picture}-standing.png`), fullPage: true });
    expect(faults).toEqual([]);
    expect((await cases.get('CS0000001'))?.state.timeline.at(-1)).toMatchObject({ degree: '4' });
    await context.close();
  },
);
