import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { AVIATION_REQUEST, createCase } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// Enclosure 3 of the manual, Level 1 procedures, as an agent of the Customer Interaction Center plays it in a browser.

let demo: RunningDemo;
let browser: Browser;
let level1: ChatWindow;
let level2: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo({ flags: ['--also', 'level-1'] }), startBrowser()]);
  level1 = await openWindow(browser, demo.windows[3] ?? '');
  level2 = await openWindow(browser, demo.windows[0] ?? '');
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

it('E3 1 and 2: The account and the contact are captured and validated before a case is created (AC-1)', async () => {
  await level1.say('new case');
  const form = await level1.card('New case', 'Create case');
  await form.fill({ Account: 'W2', 'Contact name': 'Dana Whitfield', 'Contact email': 'not an address' });
  await form.fill({ Description: AVIATION_REQUEST.Description });
  await form.choose('MSC', 'Aviation');
  await form.choose('Reason', 'Order status');
  await form.press('Create case');
  const refused = await level1.card(
    '"W2" isn\'t a valid account',
    '"not an address" isn\'t a valid email address',
  );
  await refused.picture('e3-1-account-refused');
  expect(await refused.valueOf('Description')).toBe(AVIATION_REQUEST.Description);
});

it('E3 4: The customer is told about self-help before the case is created (CA-4)', async () => {
  const form = await level1.card('"W2" isn\'t a valid account');
  expect(await form.text()).toContain('FedMall');
});

it('E3 2: The inquiry becomes a case at Level 1 (CA-1)', async () => {
  const made = await createCase(level1, AVIATION_REQUEST, { MSC: 'Aviation' });
  await made.picture('e3-2-case');
  expect(await made.text()).toContain('Level 1');
});

it("E3 3: The agent's research is in the notes", async () => {
  await level1.say('note CS0000001 WebVLIPS shows the requisition in status BB, no date.');
  await level1.card('CS0000001', 'status BB, no date');
});

it('E3 3: The applicable Level 2 is asked for further assistance, and its channel gets the case (ES-1)', async () => {
  await level1.say('escalate CS0000001');
  const form = await level1.card('Escalate CS0000001 to Level 2');
  await form.press('Escalate');
  const refused = await level1.card('Escalate CS0000001 to Level 2', 'Fill this in.');
  await refused.picture('e3-3-escalate');
  await form.fill({
    'Research done at Level 1': 'WebVLIPS and the order history: status BB, no date.',
    'What could not be answered': 'The date of award.',
    'Self-help resources suggested to the customer': 'FedMall.',
  });
  await form.press('Escalate');
  await level1.card('Escalated to Aviation Customer Operations');
  await level2.goTo('Aviation Customer Operations - L2-AVN');
  const posted = await level2.card('CS0000001', 'Unassigned');
  await posted.picture('e3-3-channel');
  expect(await posted.text()).toContain('Level 2');
});
