import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { AVIATION_REQUEST, createCase, escalatePreAward } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// Enclosure 5 of the manual, Level 3 procedures, as its people play it in browsers; the last part twenty days later.

let demo: RunningDemo;
let browser: Browser;
let level2: ChatWindow;
let level3: ChatWindow;
let supervisor: ChatWindow;

async function openWindows(): Promise<void> {
  const [agent = '', gatekeeper = '', third = ''] = demo.windows;
  level2 = await openWindow(browser, agent);
  level3 = await openWindow(browser, gatekeeper);
  supervisor = await openWindow(browser, third);
}

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  await openWindows();
  await createCase(level2, AVIATION_REQUEST);
  await escalatePreAward(level2, 'CS0000001');
  await level3.say('claim CS0000001');
  await level3.card('CS0000001', 'Aviation Level 3 Gatekeeper');
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

it('E5 2 c: A quality status update has a bottom line, quotes, and a date (L3-4)', async () => {
  await level3.say('update CS0000001');
  const form = await level3.card('Quality status update for CS0000001');
  await form.press('Send update');
  const refused = await level3.card('Quality status update for CS0000001', 'Fill this in.');
  await refused.picture('e5-2c-update-refused');
  await form.fill({ 'Bottom line up front (BLUF)': 'Two quotes are in.', Quotes: 'Both within budget.' });
  await form.tick('Which date', 'Estimated Award Date (EAD)');
  await form.date('Date', inDays(10));
  await form.press('Send update');
  await level3.card('The quality status update is in the notes');
  await (await level2.card('CS0000001', 'Two quotes are in.', 'Open case')).picture('e5-2c-level-2-told');
});

it('E5 2 e: Level 2 is asked for what is missing, and the supervisors are notified (L3-2)', async () => {
  await level3.say('refer back CS0000001');
  const form = await level3.card('Refer CS0000001 back to Level 2');
  await form.fill({
    'What is missing': 'The drawing number.',
    'What Level 2 should know': 'The buyer waits.',
  });
  await form.picture('e5-2e-refer-back');
  await form.press('Refer back');
  await level3.card("Referred back to Aviation Customer Operations. Both groups' supervisors are notified");
  await (await supervisor.card('CS0000001', 'The drawing number.')).picture('e5-2e-supervisor-told');
});

describe('E5 2 d, the response to Level 2,', () => {
  it('can be a delay of 45 days or less, which stays with Level 3 (L3-5)', async () => {
    await escalatePreAward(level2, 'CS0000001');
    await level3.say('respond CS0000001');
    const form = await level3.card('Response to CS0000001');
    await form.choose('Response', 'Delay');
    await form.date('Date', inDays(30));
    await form.fill({ 'What Level 2 can tell the customer': 'Technical data are late.' });
    await form.picture('e5-2d-delay');
    await form.press('Return response');
    await level3.card('The case stays with Level 3 until the award');
  });

  it('can be the award with its Contract Delivery Date, which goes back to Level 2 (L3-5)', async () => {
    await level3.say('respond CS0000001');
    const form = await level3.card('Response to CS0000001');
    await form.choose('Response', 'Award');
    await form.fill({ 'What Level 2 can tell the customer': 'Awarded today.' });
    await form.press('Return response');
    const refused = await level3.card('Response to CS0000001', 'Correct the field');
    await refused.picture('e5-2d-no-date');
    await refused.date('Date', inDays(20));
    await refused.press('Return response');
    await level3.card('The case is back with Aviation Customer Operations');
    await level2.card('CS0000001', 'Awarded today.', 'Open case');
  });
});

it('E5 2 b: After twenty days Level 3 is late, the channel gets an alert, and Level 2 asks both supervisors (L3-3, CK-11)', async () => {
  await escalatePreAward(level2, 'CS0000001');
  await demo.stop('keep');
  demo = await startDemo({ place: demo.place, later: '+20d' });
  await openWindows();
  await level3.goTo('Aviation Supplier Operations - L3-AVN');
  await (await level3.card('CS0000001', 'missed')).picture('e5-2b-breach');
  await level2.say('ask supervisors CS0000001');
  const form = await level2.card('Ask the supervisors about CS0000001');
  await form.fill({ 'What is needed': 'Assign it today; the aircraft is down.' });
  await form.picture('e5-2b-ask');
  await form.press('Ask supervisors');
  await level2.card('The supervisors of both groups have been asked');
  await (await supervisor.card('CS0000001', 'Assign it today')).picture('e5-2b-supervisor-told');
});
