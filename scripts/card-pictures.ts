/**
 * Draws every example of every card into build/pictures, wide and narrow, light and dark, by the reference renderer
 * in headless Chromium. `npm run pictures -- <part of a name>` draws some; CHROMIUM names the browser.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import type { CardValue } from '../src/cards/shared/card-value';
import { ALL_EXAMPLES } from '../test/cards/examples/all-examples';
import { renderCard } from '../src/cards/shared/render';
import type { DomainContext } from '../src/domain/kernel/domain-context';
import { HOST_CONFIGS, PAGE_STYLE } from './card-host-config';

const OUT = join(process.cwd(), 'build', 'pictures');
const RENDERER = join(process.cwd(), 'node_modules/adaptivecards/dist/adaptivecards.js');
const WIDTHS = { wide: 700, narrow: 320 } as const;

interface Drawn {
  readonly name: string;
  readonly value: CardValue;
  readonly context: DomainContext;
}

const drawn: readonly Drawn[] = Object.entries(ALL_EXAMPLES).flatMap(([card, examples]) =>
  examples.map(({ name, value, context }) => ({ name: `${card}-${name}`, value, context })),
);

/** Runs in the page. Markdown is reduced to what the cards use: a backslash before a sign, and mentions. */
const DRAW = `(card, hostConfig) => {
  const { AdaptiveCard, HostConfig } = window.AdaptiveCards;
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    const escape = (part) => part.replace(/&/g, '&amp;').replace(/</g, '&lt;');
    result.outputHtml = text
      .split(/(<at>.*?<\\/at>)/)
      .map((part) => part.startsWith('<at>') ? '<b class="at">' + escape(part.slice(4, -5)) + '</b>' : escape(part.replace(/\\\\(.)/g, '$1')))
      .join('');
    result.didProcess = true;
  };
  const it = new AdaptiveCard();
  it.hostConfig = new HostConfig(hostConfig);
  it.parse(card);
  const place = document.getElementById('card');
  place.replaceChildren(it.render());
}`;

async function draw(page: Page, one: Drawn, theme: keyof typeof HOST_CONFIGS, file: string): Promise<void> {
  const { content } = renderCard(one.value, one.context);
  await page.setContent(`<style>${PAGE_STYLE}</style><body class="${theme}"><main id="card"></main></body>`);
  await page.addScriptTag({ path: RENDERER });
  await page.evaluate(`(${DRAW})(${JSON.stringify(content)}, ${JSON.stringify(HOST_CONFIGS[theme])})`);
  await page.locator('#card').screenshot({ path: file });
}

async function drawAll(browser: Browser, part: string): Promise<number> {
  const chosen = drawn.filter(({ name }) => name.includes(part));
  for (const [size, width] of Object.entries(WIDTHS)) {
    const page = await browser.newPage({ viewport: { width, height: 400 }, deviceScaleFactor: 1 });
    for (const theme of ['light', 'dark'] as const)
      for (const one of chosen) await draw(page, one, theme, join(OUT, `${one.name}-${size}-${theme}.png`));
    await page.close();
  }
  return chosen.length;
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  readFileSync(RENDERER);
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-quic',
      '--disable-sync',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
  try {
    const count = await drawAll(browser, process.argv[2] ?? '');
    console.log(`${count} examples drawn into ${OUT}`);
  } finally {
    await browser.close();
  }
}

void main();
