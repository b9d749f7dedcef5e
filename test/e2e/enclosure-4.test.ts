import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { AVIATION_REQUEST, PRE_AWARD_FINDINGS } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// Enclosure 4 of the manual, Level 2 procedures, as its people play it in browsers; Distribution's way, and closing, have stories of their own.

let demo: RunningDemo;
let browser: Browser;
let level2: ChatWindow;
let gatekeeper: ChatWindow;
let supervisor: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  level2 = await openWindow(browser, demo.windows[0] ?? '');
  gatekeeper = await openWindow(browser, demo.windows[1] ?? '');
  supervisor = await openWindow(browser, demo.windows[2] ?? '');
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

/** A date that is not to come in any time zone: in the evening of New York it is tomorrow in UTC. */
const yesterday = (): string => new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

describe('E4 2, getting access', () => {
  it('d: A person asks for membership in a group, and a gatekeeper or supervisor approves (AC-3)', async () => {
    await gatekeeper.say('join');
    const form = await gatekeeper.card('Join an assignment group');
    await form.choose('Assignment group', 'Aviation Customer Operations');
    await form.picture('e4-2d-join');
    await form.press('Ask to join');
    await gatekeeper.card('You asked to join Aviation Customer Operations');
    const asked = await supervisor.card('Aviation Level 3 Gatekeeper', 'Approve');
    await asked.picture('e4-2d-request');
    await asked.press('Approve');
    const told = await gatekeeper.card('You are now an agent of Aviation Customer Operations');
    await told.picture('e4-2d-approved');
  });

  it('e: The primary group completes the profile (AC-3)', async () => {
    await gatekeeper.say('primary');
    const form = await gatekeeper.card('Your primary group');
    await form.picture('e4-2e-primary');
    await form.choose('Group', 'Aviation Supplier Operations');
    await form.press('Set as primary');
    await gatekeeper.card('Aviation Supplier Operations is your primary group');
  });
});

describe('E4 3, creating a case', () => {
  it('b: A case without problem notes is not created at Level 2 (CA-2)', async () => {
    await level2.say('new case');
    const form = await level2.card('New case', 'Create case');
    await form.fill({ ...AVIATION_REQUEST, 'Problem notes': '' });
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    const refused = await level2.card('New case', 'Create case');
    expect(await refused.text()).toContain('Fill this in.');
    await refused.picture('e4-3b-no-problem-notes');
    await refused.fill({ 'Problem notes': AVIATION_REQUEST['Problem notes'] });
    await refused.press('Create case');
    await level2.card('CS0000001 was created');
  });

  it('c: Existing cases are shown before another is created (CA-3)', async () => {
    await level2.say('new case');
    const form = await level2.card('New case', 'Create case');
    await form.fill({ ...AVIATION_REQUEST, 'PR number': '7009999999' });
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    const similar = await level2.card('like this one', 'Create anyway');
    await similar.picture('e4-3c-similar');
    await similar.press('Cancel');
  });
});

describe('E4 1, working an assigned case', () => {
  it('b: Notes and links stay with the case (AS-4)', async () => {
    await level2.say('note CS0000001 Called the unit; tail 123 is down.');
    await level2.card('CS0000001', 'tail 123 is down');
    await level2.say('attach CS0000001');
    const form = await level2.card('Attach a link to CS0000001');
    await form.fill({ Link: 'http://files.example.mil/quote.pdf', Title: 'Quote' });
    await form.press('Attach link');
    const refused = await level2.card('Attach a link to CS0000001', 'https');
    await refused.picture('e4-1b-attach');
    await refused.fill({ Link: 'https://files.example.mil/quote.pdf' });
    await refused.press('Attach link');
    await level2.card('Your link was attached');
  });

  it('f and g: The interim response and a status go to the customer (CK-1, CK-2)', async () => {
    await level2.say('interim CS0000001');
    const interim = await level2.card('Interim response for CS0000001');
    await interim.picture('e4-2f-interim');
    await interim.pressFor('Send interim response', 'The interim response is on the case');
    await level2.say('status CS0000001');
    const status = await level2.card('Status to the customer of CS0000001');
    await status.fill({ Status: 'The award is expected on 4 December.' });
    await status.picture('e4-2f-status');
    await status.press('Send status');
    await level2.card('CS0000001', 'The award is expected on 4 December.');
  });

  it('c(1): Every checklist finding is asked for, all at once (ES-2, ES-9)', async () => {
    await level2.say('escalate CS0000001');
    const first = await level2.card('Escalate CS0000001', 'First, answer what the checklist depends on');
    await first.picture('e4-1c-conditions');
    await first.tick('Direction', 'Level 2 to Level 3, pre-award');
    await first.tick('The PR is tech-blocked');
    await first.press('Continue');
    const checklist = await level2.card('Escalate CS0000001', 'Internal Comment of a tech-blocked PR');
    await checklist.press('Escalate');
    const refused = await level2.card('Internal Comment of a tech-blocked PR', 'Fill this in.');
    await refused.picture('e4-1c-checklist-refused');
    const text = await refused.text();
    for (const label of Object.keys(PRE_AWARD_FINDINGS)) expect(text).toContain(label);
  });

  it('2 e: Current notes require a justification (ES-8)', async () => {
    await level2.say('escalate CS0000001');
    const first = await level2.card('Escalate CS0000001', 'First, answer what the checklist depends on');
    await first.tick('Direction', 'Level 2 to Level 3, pre-award');
    await first.choose('Type of action', 'PR Expedite');
    await first.date('Date of the latest note', yesterday());
    await first.tick('Is the Estimated Award Date sufficient?', 'No');
    await first.press('Continue');
    const form = await level2.card('Escalate CS0000001', 'Justification');
    await form.fill({
      ...PRE_AWARD_FINDINGS,
      'Aircraft on Ground (AOG)': 'Mission of the 10th is at stake.',
    });
    await form.press('Escalate');
    const refused = await level2.card('Escalate CS0000001', 'Tail number', 'One field needs attention');
    await refused.picture('e4-2e-justification');
    await refused.fill({ 'Tail number': '87-0123' });
    await refused.press('Escalate');
    await level2.card('Escalated to Aviation Supplier Operations', '87-0123');
  });
});

it('E4 1 b: Level 2 sees everything that was done, in order (RE-1)', async () => {
  for (const [line, words] of [
    ['history CS0000001', 'History of CS0000001'],
    ['clocks CS0000001', 'Clocks of CS0000001'],
    ['customer CS0000001', 'Correct contact'],
  ] as const) {
    await level2.say(line);
    await (await level2.card(words)).picture(`e4-1b-${line.split(' ', 1)[0] ?? ''}`);
  }
});
