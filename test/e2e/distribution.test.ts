import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { AVIATION_REQUEST, createCase } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// Enclosure 4, paragraph 1.c(2), Distribution's own way, as its agent plays it in a browser.

let demo: RunningDemo;
let browser: Browser;
let agent: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo({ flags: ['--also', 'distribution'] }), startBrowser()]);
  agent = await openWindow(browser, demo.windows[3] ?? '');
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

const FINDINGS = {
  'Problem read and identified': 'Six of ten never arrived.',
  'Material Tracker and WebVLIPS/LDG': 'Shipped short from DDSP.',
  'DSS and/or WMS of the site': 'DSS shows six on the dock.',
};

it('(a) The agent has the case assigned to them (AS-1)', async () => {
  const request = { ...AVIATION_REQUEST, NSN: '', 'PR number': '' };
  const made = await createCase(agent, request, { MSC: 'Distribution' });
  expect(await made.text()).toContain('Distribution Agent');
});

it('(c) The interim response goes to the customer first (CK-1)', async () => {
  await agent.say('interim CS0000001');
  const form = await agent.card('Interim response for CS0000001');
  await form.pressFor('Send interim response', 'The interim response is on the case');
});

it('(b) and (d) to (g) are verified, and a site issue requires its requisition and a Distribution Center (ES-3, ES-12)', async () => {
  await agent.say('escalate CS0000001');
  const first = await agent.card('Escalate CS0000001', 'First, answer what the checklist depends on');
  await first.tick('Direction', 'Level 2 to Level 3, site issue for a Distribution Center');
  await first.press('Continue');
  const checklist = await agent.card('Escalate CS0000001', 'Distribution Center assigned');
  expect(await checklist.text()).toContain('Case assigned to yourself: Distribution Agent, since');
  expect(await checklist.valueOf('Requisition number')).toBe('W25G1U63210001');
  await checklist.fill({ ...FINDINGS, 'Pending DLA response': 'E-mail sent today at 10:00.' });
  await checklist.choose('Distribution Center assigned', 'DDSP Susquehanna');
  await checklist.picture('e4-1c2-checklist');
  await checklist.press('Escalate');
  const waiting = await agent.card('CS0000001', "It's waiting for an answer from DDSP Susquehanna");
  await waiting.picture('e4-1c2g-pending');
  expect(await waiting.text()).toContain('Pending DLA Response');
});

it("(g) The escalation ends with the Distribution Center's answer (ES-3)", async () => {
  await agent.say('dc answered CS0000001');
  const form = await agent.card("Distribution Center's answer to CS0000001");
  await form.fill({ 'The answer': 'Found; ships on 4 December.' });
  await form.picture('e4-1c2g-answer');
  await form.press('Record DC answer');
  const going = await agent.card('the case is in progress again');
  expect(await going.text()).not.toContain('Pending DLA Response');
});
