import type { Browser } from 'playwright-core';
import { openWindow, startBrowser } from './chat-window';
import type { ChatWindow } from './chat-window';
import { AVIATION_REQUEST, createCase } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';

// Enclosure 4 of the manual, paragraphs 6 and 7: after award, and closing.

let demo: RunningDemo;
let browser: Browser;
let level2: ChatWindow;
let supervisor: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  level2 = await openWindow(browser, demo.windows[0] ?? '');
  supervisor = await openWindow(browser, demo.windows[2] ?? '');
});
afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

describe('E4 6 and 7, after award and closing', () => {
  it('6: Escalating after award asks for a PAR (ES-10)', async () => {
    await createCase(level2, {
      ...AVIATION_REQUEST,
      Account: 'FB2823',
      NSN: '5331-00-618-5361',
      'PR number': '7001234568',
      'Requisition number': 'FB282363210001',
    });
    await level2.say('escalate CS0000001');
    const first = await level2.card('Escalate CS0000001', 'First, answer what the checklist depends on');
    await first.tick('Direction', 'Level 2 to Level 3, post-award');
    await first.press('Continue');
    const form = await level2.card('Escalate CS0000001', 'Post Award Request');
    await form.press('Escalate');
    const refused = await level2.card('Escalate CS0000001', 'Fill this in.');
    await refused.picture('e4-6-par-missing');
  });

  it('7 d: An inadequate answer to a PAR keeps the case open with a new PAR (CL-4)', async () => {
    await level2.say('par CS0000001');
    const form = await level2.card('Submit a PAR on CS0000001');
    await form.fill({ 'PAR number': 'PAR-20261001' });
    await form.choose('Kind of PAR', 'Status PAR');
    await form.choose('IPG', 'IPG I');
    await form.picture('e4-6-par');
    await form.press('Submit PAR');
    await level2.card('PAR 20261001 is on the case');
    await level2.say('par follow up CS0000001');
    const follow = await level2.card('Follow up PAR 20261001');
    await follow.fill({ 'Follow-up': 'Asked the buyer again.' });
    await follow.picture('e4-6-par-follow-up');
    await follow.press('Follow up PAR');
    await level2.card('The follow-up on PAR 20261001 is in the notes');
    await level2.say('par done CS0000001');
    const done = await level2.card('Complete PAR 20261001 on CS0000001');
    await done.fill({ 'Answer to the PAR': 'No date.', 'PAR number': 'PAR-20261002' });
    await done.tick('The answer is', 'Inadequate: a new PAR is submitted');
    await done.picture('e4-7d-par-inadequate');
    await done.press('PAR completed');
    await level2.card('PAR 20261002 is on the case and references PAR 20261001');
    await (
      await supervisor.card('CS0000001', 'PAR 20261001 completed, answer not adequate')
    ).picture('e4-7d-supervisor-told');
  });

  it('7 a to c: An invalid resolution is refused with the reason, the PAR is completed, and the case is closed (CL-1, CL-2)', async () => {
    await level2.say('par done CS0000001');
    const done = await level2.card('Complete PAR 20261002 on CS0000001');
    await done.fill({ 'Answer to the PAR': 'Ships in ten days.' });
    await done.tick('The answer is', 'Adequate: it resolves the case');
    await done.press('PAR completed');
    await level2.card('PAR 20261002 is completed');
    await level2.say('resolve CS0000001');
    const form = await level2.card('Resolve CS0000001');
    await form.choose('Resolution', 'Delinquent contract');
    await form.fill({ 'Resolution notes': 'Delivery on 4 December by truck.' });
    await form.press('Resolve');
    const refused = await level2.card("Delinquent contract isn't a resolution");
    await refused.picture('e4-7-no-resolution');
    await refused.choose('Resolution', 'Estimated or contract delivery date given');
    const inFourDays = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
    await refused.date('Date given to the customer', inFourDays);
    await refused.press('Resolve');
    await level2.card('CS0000001', 'Resolved');
    await level2.say('close CS0000001');
    const close = await level2.card('Close CS0000001');
    await close.picture('e4-7-close');
    await close.press('Close');
    await (await level2.card('CS0000001', 'Closed')).picture('e4-7-closed');
  });

  it('7 e: A long lead time waits for the supervisor, who approves from a card (CL-5)', async () => {
    await createCase(level2, {
      ...AVIATION_REQUEST,
      Account: 'N00104',
      NSN: '5331-00-618-5362',
      'PR number': '7001234569',
      'Requisition number': 'N0010463210001',
    });
    await level2.say('resolve CS0000002');
    const form = await level2.card('Resolve CS0000002');
    await form.choose('Resolution', 'Estimated or contract delivery date given');
    await form.fill({ 'Resolution notes': 'Delivery next year.' });
    await form.date(
      'Date given to the customer',
      new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10),
    );
    await form.press('Resolve');
    await level2.say('close CS0000002');
    const close = await level2.card('Close CS0000002', 'Long lead time');
    await close.fill({ 'Reason for closing': 'No further action can be taken.' });
    await close.fill({ 'Alternative for the customer': 'Local purchase.' });
    await close.picture('e4-7e-long-lead');
    await close.press('Close');
    await level2.card('your supervisors were asked to approve the closing');
    const asked = await supervisor.card('CS0000002', 'Local purchase', 'Approve');
    await asked.picture('e4-7e-approval');
    await asked.press('Approve closing');
    await level2.card('CS0000002', 'Closed');
  });
});
