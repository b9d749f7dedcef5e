import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// From the customer's call to the gatekeeper of Level 3, as three people work it, in their browsers.

let demo: RunningDemo;
let browser: Browser;
let agent: ChatWindow;
let gatekeeper: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  agent = await openWindow(browser, demo.windows[0]);
  gatekeeper = await openWindow(browser, demo.windows[1]);
});

afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

const REQUEST = {
  Account: 'W25G1U',
  'Contact name': 'Dana Whitfield',
  'Contact e-mail': 'dana.whitfield@unit.example',
  IPD: '02',
  NSN: '1680-01-234-5678',
  'PR number': '7001234567',
  'Requisition number': 'W25G1U63210001',
  Description: 'Aircraft on ground at Fort Example. When will the actuator be shipped?',
  'Problem notes': 'The PR has no award date in the notes of the last four weeks.',
};

describe('a case from the call to the leader’s metric', () => {
  it('greets who opens the window, once (a first meeting)', async () => {
    const welcome = await agent.card('new case');
    expect(await welcome.text()).toContain('New case');
  });

  it('shows each fault at its field and loses nothing that was typed', async () => {
    await agent.say('new case');
    const form = await agent.card('New case', 'Problem notes');
    await form.fill({ ...REQUEST, Account: 'W25', IPD: '99', NSN: '123' });
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    const again = await agent.card('New case', 'Problem notes');
    const text = await again.text();
    await again.picture('new-case-faults');
    expect(text).toMatch(/Account[\s\S]*DoDAAC/);
    expect(await again.valueOf('Description')).toBe(REQUEST.Description);
    expect(await again.valueOf('IPD')).toBe('99');
  });
});
