import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

/** The browser of the machine; `CHROMIUM_PATH` names another. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    // In a container there is no sandbox to be had, and the pages are ours. The Playground's page asks for fonts of a
    // host elsewhere, for which nobody is to wait.
    args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
  });

const PICTURES = join(__dirname, '../../build/e2e');
const PATIENCE_MS = 60_000;

/** One person's window: what they can see and do there. Each of it waits until the page shows that it was done. */
export interface ChatWindow {
  /** Goes to a channel of the list on the left, by its name or a part of it. */
  goTo(channel: string): Promise<void>;
  /** Sends a message in a chat. */
  say(text: string): Promise<void>;
  /** Sends a message in a chat, and answers the newest card that shows all of the words. */
  ask(text: string, ...words: readonly string[]): Promise<Card>;
  /** Begins a post in a channel, with the bot mentioned. */
  post(text: string): Promise<void>;
  /** The newest card that shows all of the words; waits until there is one. */
  card(...words: readonly string[]): Promise<Card>;
  /** Draws what is seen into build/e2e. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** A card as a person works it. Fields and buttons are known by what stands on them. */
export interface Card {
  fill(values: Readonly<Record<string, string>>): Promise<void>;
  /** A date, written 2026-11-30. */
  date(field: string, day: string): Promise<void>;
  choose(field: string, option: string): Promise<void>;
  tick(field: string, option?: string): Promise<void>;
  press(title: string): Promise<void>;
  /** Presses a button, and answers the newest card that shows all of the words. */
  pressFor(title: string, ...words: readonly string[]): Promise<Card>;
  /** Presses what stands in the card and is no button: its name for a screen reader begins so. */
  pressOn(begins: string): Promise<void>;
  /** Where a link leads; the Playground says it where the pointer rests. */
  addressOf(link: string): Promise<string>;
  /** Presses a link and answers the page that it opens in the browser. */
  follow(link: string): Promise<Page>;
  valueOf(field: string): Promise<string>;
  text(): Promise<string>;
  buttons(): Promise<readonly string[]>;
  picture(name: string): Promise<void>;
}

/** Opens a window of the demo and waits until what is said there reaches the bot. */
export async function openWindow(browser: Browser, url: string): Promise<ChatWindow> {
  const page = await browser.newPage({ viewport: { width: 1360, height: 1000 }, deviceScaleFactor: 1.5 });
  page.setDefaultTimeout(PATIENCE_MS);
  // Until the page has read whose window it is, it shows conversations that nobody has, and loses what is sent there.
  // It installs the bot next. Answers need not be waited for: the Playground keeps them until the page hears it.
  await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith('/installation')),
    page.goto(url),
  ]);
  // The log beside the chat is closed; its buttons have no name, the second closes it.
  const log = page.getByText('Log Panel', { exact: true });
  await log.locator('xpath=following::button[2]').click();
  await log.waitFor({ state: 'hidden' });
  const send = (title: string): Promise<void> =>
    page.getByRole('button', { name: title, exact: true }).click();
  const say = async (text: string): Promise<void> => {
    const box = textBoxes(page).last();
    const messages = saidIn(page);
    const before = await messages.count();
    await box.fill(text);
    await box.filter({ hasText: exactly(text) }).waitFor();
    await send('Send Message');
    await messages
      .nth(before)
      .filter({ hasText: exactly(text) })
      .waitFor();
  };
  return {
    goTo: async (channel) => {
      await page.getByRole('treeitem', { name: channel }).click();
      await page.getByRole('button', { name: 'Post', exact: true }).waitFor();
    },
    say,
    ask: (text, ...words) => newestCard(page, words, () => say(text)),
    post: async (text) => {
      const box = textBoxes(page).first();
      await box.click();
      await box.pressSequentially('@');
      await page.getByRole('menuitem', { name: 'Casekeeper' }).click();
      await box.filter({ hasText: 'Casekeeper' }).waitFor();
      await box.pressSequentially(` ${text}`);
      const whole = exactly(`Casekeeper ${text}`);
      await box.filter({ hasText: whole }).waitFor();
      await send('Post');
      // The box has its words in a paragraph, a post in a span.
      await page.locator('span', { hasText: whole }).last().waitFor();
    },
    card: (...words) => newestCard(page, words),
    picture: (name) => picture(page, page, name),
    close: () => page.close(),
  };
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const exactly = (text: string): RegExp => new RegExp(`^${escaped(text)}$`);

// The page adds to a field's name what it finds missing there: "Account Fill this in."
const named = (field: string): RegExp =>
  new RegExp(`^${escaped(field)}( \\*)?( (Fill this in|Choose (one|a date[^.]*))\\.)?( Yes)?$`);

const textBoxes = (page: Page): Locator => page.locator('div[role=textbox][contenteditable=true]');

/** What the person of the window said in a chat: only what others say has its author above it. */
const saidIn = (page: Page): Locator =>
  page.locator('[aria-label="Message header"]:not(:has([aria-label="Message author"])) + div');

/**
 * Runs in the page: 'card' once a card shows all of the words, or what is said in place of a card where the bot failed,
 * which names the error in its log.
 */
const LOOK = `(words) => {
  const read = (element) => element.textContent.replace(/\\s+/g, ' ').toLowerCase();
  const cards = [...document.querySelectorAll('.ac-adaptiveCard')].map(read);
  const fault = /Something went wrong, reference \\w+/.exec(document.body.textContent);
  if (fault !== null) return fault[0];
  return cards.some((card) => words.every((word) => card.includes(word.toLowerCase()))) && 'card';
}`;

/**
 * The page is looked at in each of its frames, and before the action is begun that is to bring the card: words can go
 * again within a second, when an email leaves and the card is drawn anew.
 */
async function newestCard(
  page: Page,
  words: readonly string[],
  act: () => Promise<void> = () => Promise.resolve(),
): Promise<Card> {
  const looked = page.waitForFunction<string>(`(${LOOK})(${JSON.stringify(words)})`).catch(async () => {
    const name = `no-${words.join('-').replace(/\W+/g, '-')}`;
    await picture(page, page, name);
    throw new Error(`No card shows ${words.join(', ')}. See ${name}.png for what does.`);
  });
  const [found] = await Promise.all([looked, act()]);
  const seen = await found.jsonValue();
  if (seen !== 'card') throw new Error(seen);
  let cards = page.locator('.ac-adaptiveCard');
  for (const word of words) cards = cards.filter({ hasText: word });
  return cardOf(page, cards.last());
}

function cardOf(page: Page, card: Locator): Card {
  const field = (
    role: 'textbox' | 'spinbutton' | 'combobox' | 'radiogroup' | 'checkbox',
    name: string,
  ): Locator => card.getByRole(role, { name: named(name) });
  const press = (title: string): Promise<void> =>
    card.getByRole('button', { name: title, exact: true }).click();
  const link = (name: string): Locator => card.getByRole('link', { name, exact: true });
  return {
    fill: async (values) => {
      for (const [name, value] of Object.entries(values))
        await field('textbox', name).or(field('spinbutton', name)).fill(value);
    },
    date: async (name, day) => {
      const box = field('combobox', name);
      await box.fill(day);
      // The page takes the date when the field is left: it is written in words then, and what stands below it moves.
      await box.press('Tab');
      await box.and(page.locator(`:not([value="${day}"])`)).waitFor();
    },
    choose: async (name, option) => {
      await field('combobox', name).click();
      const chosen = page.getByRole('option', { name: option, exact: true });
      await chosen.click();
      await chosen.waitFor({ state: 'hidden' });
    },
    tick: (name, option) =>
      option === undefined
        ? field('checkbox', name).check()
        : field('radiogroup', name).getByRole('radio', { name: option, exact: true }).check(),
    press,
    pressFor: (title, ...words) => newestCard(page, words, () => press(title)),
    pressOn: (begins) => card.getByRole('button', { name: begins }).first().click(),
    addressOf: async (name) => (await link(name).getAttribute('title')) ?? '',
    follow: async (name) => {
      const [opened] = await Promise.all([page.waitForEvent('popup'), link(name).click()]);
      await opened.waitForLoadState();
      return opened;
    },
    valueOf: (name) => field('textbox', name).inputValue(),
    text: () => card.innerText(),
    buttons: () => card.getByRole('button').allInnerTexts(),
    picture: (name) => picture(page, card, name),
  };
}

/** The page is made high enough to hold the whole of it: what is scrolled out of sight cannot be drawn. */
async function picture(page: Page, of: Page | Locator, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  const size = page.viewportSize() ?? { width: 1360, height: 1000 };
  const box = 'boundingBox' in of ? await of.boundingBox() : null;
  await page.setViewportSize({ ...size, height: Math.max(size.height, Math.ceil(box?.height ?? 0) + 400) });
  await of.screenshot({ path: join(PICTURES, `${name}.png`) });
  await page.setViewportSize(size);
}
