import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { changeOf, openCase } from '../../src/domain/cases/change';
import { signedLinks } from '../../src/links/signed-links';
import { satisfactionAddress, satisfactionPage } from '../../src/pages/satisfaction.page';
import type { CaseRepository } from '../../src/ports/cases';
import { startBotHouse } from '../support/bot-house';
import type { BotHouse } from '../support/bot-house';
import { opened } from '../support/cases';
import { MemoryCases } from '../support/memory-cases';
import { aWorld, START } from '../support/site';
import { startBrowser } from './chat-window';

const PICTURES = join(__dirname, '../../build/e2e');
const WORLD = { ...aWorld(START), asksCustomers: true };
const links = signedLinks(() => Promise.resolve({ current: new Uint8Array(32).fill(1), former: [] }));
const word = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001' } as const;

let browser: Browser;
let cases: CaseRepository;
let house: BotHouse;
let address: string;
beforeAll(async () => {
  browser = await startBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(() => browser.close());
beforeEach(async () => {
  cases = new MemoryCases();
  const act = { by: 'av2-agent', at: START, cause: 'open' };
  const { case: before } = openCase('CS0000001', [opened()], act, WORLD);
  const ended = [
    { kind: 'resolved', notes: 'x' },
    { kind: 'closed', text: 'x', word },
  ] as const;
  await cases.insert(changeOf(before, ended, { ...act, cause: 'close' }, WORLD));
  const page = satisfactionPage({ links, cases, world: () => WORLD, saved: () => undefined });
  house = await startBotHouse({ pages: [page] });
  address = await satisfactionAddress(house.url, links, 'CS0000001', WORLD);
});
afterEach(() => house.stop());

interface Seen {
  readonly contrast: number;
  readonly nameless: readonly string[];
  readonly wide: boolean;
}

/** Runs in the page: the lowest contrast of a text with what lies behind it, fields without one name, text beyond the edge. */
const LOOK = `(() => {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => {
      const value = Number(part) / 255;
      return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (!colour.endsWith(', 0)')) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const texts = [...document.body.querySelectorAll('*')].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== ''),
  );
  const contrasts = texts.map((element) => {
    const pair = [light(getComputedStyle(element).color), light(behind(element))];
    return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
  });
  return {
    contrast: Math.min(...contrasts),
    nameless: [...document.querySelectorAll('input, textarea')].filter((field) => field.labels.length !== 1).map((field) => field.id),
    wide: document.documentElement.scrollWidth > window.innerWidth,
  };
})()`;

async function expectSeenWell(page: Page): Promise<void> {
  const { contrast, ...rest } = await page.evaluate<Seen>(LOOK);
  expect(rest).toEqual({ nameless: [], wide: false });
  expect(contrast).toBeGreaterThanOrEqual(4.5);
}

const VIEWS = [
  ['wide light', 1200, 'light'],
  ['wide dark', 1200, 'dark'],
  ['narrow light', 320, 'light'],
  ['narrow dark', 320, 'dark'],
] as const;

it.each(VIEWS)(
  'is answered by keyboard alone, read aloud and seen well: %s (CL-7)',
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
    expect((await cases.get('CS0000001'))?.case.timeline.at(-1)).toMatchObject({ degree: '4' });
    await context.close();
  },
);
