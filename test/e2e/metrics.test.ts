import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// A leader's morning on the store of a whole agency, as `npm run demo` fills it: from a question to a case, and on.

let demo: RunningDemo;
let browser: Browser;
let window: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([
    startDemo({ of: 'agency', flags: ['--cases', '3000', '--also', 'program-office'] }),
    startBrowser(),
  ]);
  window = await openWindow(browser, demo.windows.at(-1) ?? '');
}, 180_000);

afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

describe('the figures of an agency', () => {
  it('are asked for as one speaks, and stand on one card with their goals (ME-1 to ME-6)', async () => {
    await window.say('how are we doing last month?');
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.picture('metrics');
    const text = (await scorecard.text()).replaceAll('\u00a0', ' ');
    for (const words of ['Goal 85 % in 8 business days or less', 'Not loaded', 'Top reasons', 'Over 30'])
      expect(text).toContain(words);
  });

  it('lead from a measure with its trend to its cases, the worst first, and to one of them (ME-6)', async () => {
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.pressOn('Case Resolution Time, Levels 1 to 3:');
    const measure = await window.card('The last 12 months', 'How long cases took');
    await measure.picture('measure');
    expect(await measure.buttons()).toEqual(
      expect.arrayContaining(['Cases', 'Try another goal', 'Scorecard']),
    );
    await measure.press('Cases');
    const cases = await window.card('Case Resolution Time, Levels 1 to 3 · Enterprise', 'The worst first');
    await cases.picture('cases-behind');
    await cases.pressOn('Open');
    expect(await (await window.card('What happened', 'Clocks')).text()).toMatch(/CS\d{7}/u);
  });

  it('are of another scope by the card’s own choice, in place (ME-6)', async () => {
    await window.say('metrics last month');
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.choose('Figures of', 'Aviation');
    await scorecard.press('Show');
    await (await window.card('Metrics · Aviation')).picture('metrics-aviation');
  });

  it('say what another goal would have been worth (ME-7)', async () => {
    await window.say('what if CRT were 6 days last quarter');
    const tried = await window.card('With 6');
    await tried.picture('what-if');
    expect(await tried.text()).toContain('Aviation');
  });

  it('are a report with a story, a page and files (ME-7)', async () => {
    await window.say('report last month');
    const report = await window.card('Report ·', 'Open the report');
    await report.picture('report');
    const text = await report.text();
    for (const link of ['Figures (CSV)', 'Cases (CSV)']) expect(text).toContain(link);
  });

  it('differ from their cases in nothing (ME-6, RE-1)', async () => {
    await window.say('verify metrics last week');
    expect(await (await window.card('Metrics verified')).text()).toContain('No difference.');
  });
});
