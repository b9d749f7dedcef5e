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
let supervisor: ChatWindow;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemo(), startBrowser()]);
  agent = await openWindow(browser, demo.windows[0] ?? '');
});

afterAll(async () => {
  await browser.close();
  expect(await demo.stop()).toBe(0);
});

const REQUEST = {
  Account: 'W25G1U',
  'Contact name': 'Dana Whitfield',
  'Contact email': 'dana.whitfield@unit.example',
  IPD: '02',
  NSN: '1680-01-234-5678',
  'PR number': '7001234567',
  'Requisition number': 'W25G1U63210001',
  Description: 'Aircraft on ground at Fort Example. When will the actuator be shipped?',
  'Problem notes': 'The PR has no award date in the notes of the last four weeks.',
};
// Another item for another account: it looks like no other case.
const SECOND = {
  ...REQUEST,
  Account: 'FB2823',
  NSN: '5331-00-618-5361',
  'PR number': '7001234568',
  'Requisition number': 'FB282363210001',
};
const FINDINGS = {
  'Stock on hand': 'None, at any depot.',
  'PR status': 'Awaiting award since 2 November.',
  'Records management': 'Searched by PR and Smart Number; no open PAR.',
  'Existing cases': 'None.',
  'PR wedge options': 'Lateral support asked for; none to be had.',
  'What could not be answered': 'The date of award.',
};

describe('A case from the call to Level 3', () => {
  it('starts with a greeting for the person who opens the window', async () => {
    expect(await (await agent.card('new case')).buttons()).toContain('New case');
  });

  it('shows each fault at its field and loses nothing that was typed', async () => {
    await agent.say('new case');
    const form = await agent.card('New case', 'Problem notes');
    await form.fill({ ...REQUEST, Account: 'W25', IPD: '99', NSN: '123' });
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    const again = await agent.card(
      '"W25" isn\'t a valid account',
      '"99" isn\'t a valid IPD',
      '"123" isn\'t a valid NSN',
    );
    await again.picture('new-case-faults');
    expect(await again.valueOf('Description')).toBe(REQUEST.Description);
    expect(await again.valueOf('NSN')).toBe('123');
  });

  it('is created and shows its clocks with their policy rows (CA-7, CK-1)', async () => {
    const form = await agent.card('"W25" isn\'t a valid account');
    await form.fill(REQUEST);
    await form.press('Create case');
    const made = await agent.card('CS0000001 was created');
    await made.picture('case');
    const text = await made.text();
    for (const words of ['High (IPD 02)', 'Interim response', 'CK-1', 'DLAM 3000.05 E4 2.f', 'CK-10']) {
      expect(text).toContain(words);
    }
  });

  it('shows similar open cases before another is created (CA-3)', async () => {
    await agent.say('new case');
    const form = await agent.card('New case', 'Create case');
    await form.fill({ ...REQUEST, 'PR number': '7009999999' });
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    const similar = await agent.card('Similar cases', 'CS0000001', 'Create anyway');
    await similar.picture('similar');
    await similar.press('Cancel');
  });

  it('refuses an escalation with unmet criteria, and keeps what was written (ES-9)', async () => {
    await agent.say('escalate CS0000001');
    const first = await agent.card('Escalate CS0000001', 'First, answer what the checklist depends on');
    await first.tick('Direction', 'Level 2 to Level 3, pre-award');
    await first.choose('Type of action', 'PR Expedite');
    await first.press('Continue');
    const checklist = await agent.card('Escalate CS0000001', 'Stock on hand');
    await checklist.fill({ ...FINDINGS, NSN: '123' });
    await checklist.press('Escalate');
    const refused = await agent.card('Escalate CS0000001', '"123" isn\'t a valid NSN');
    await refused.picture('escalation-refused');
    expect(await refused.valueOf('PR wedge options')).toBe(FINDINGS['PR wedge options']);
    await refused.fill({ NSN: REQUEST.NSN });
    await refused.press('Escalate');
    const done = await agent.card('Escalated to Aviation Supplier Operations');
    expect(await done.text()).toContain(FINDINGS['Stock on hand']);
  });

  it('shows the person who escalated it everything verified, and no button meant for others (ES-11)', async () => {
    const done = await agent.card('Escalated to Aviation Supplier Operations');
    for (const finding of Object.values(FINDINGS)) expect(await done.text()).toContain(finding);
    expect(await done.buttons()).toContain('Add note');
    expect(await done.buttons()).not.toContain('Claim');
  });

  it('is posted in the Level 3 channel, where the gatekeeper claims it (AS-1)', async () => {
    // Opened only now: what was posted before anybody looked is there all the same.
    gatekeeper = await openWindow(browser, demo.windows[1] ?? '');
    await gatekeeper.goTo('Aviation Supplier Operations - L3-AVN');
    const posted = await gatekeeper.card('CS0000001', 'Unassigned');
    await gatekeeper.picture('channel');
    await posted.press('Claim');
    const claimed = await gatekeeper.card('CS0000001', 'Aviation Level 3 Gatekeeper');
    await claimed.picture('claimed');
    expect(await claimed.buttons()).not.toContain('Claim');
  });

  it('notifies the agent who escalated it in their own window', async () => {
    // The card that tells it opens the case; their card of the case itself has no such button.
    const told = await agent.card('CS0000001', 'Claimed by Aviation Level 3 Gatekeeper', 'Open case');
    expect(await told.buttons()).toEqual(['Open case']);
  });

  it('tells the second person to claim it who was first (AS-1)', async () => {
    supervisor = await openWindow(browser, demo.windows[2] ?? '');
    await supervisor.say('claim CS0000001');
    const refused = await supervisor.card('CS0000001 is already taken');
    expect(await refused.text()).toContain('Aviation Level 3 Gatekeeper has had it since');
  });
});

describe('A channel connected in the chat', () => {
  it('is connected to its group by typing connect in it', async () => {
    await supervisor.goTo('Aviation - Leadership');
    await supervisor.post('connect L3-AVN');
    await supervisor.card('Connected to Aviation Supplier Operations');
  });

  it("gets the group's next case, which is assigned to a member there (AS-1)", async () => {
    await agent.say('new case');
    const form = await agent.card('New case', 'Create case');
    await form.fill(SECOND);
    await form.choose('Reason', 'Order status');
    await form.press('Create case');
    await agent.card('CS0000002 was created');
    await agent.say('escalate CS0000002');
    const first = await agent.card('Escalate CS0000002', 'First, answer what the checklist depends on');
    await first.tick('Direction', 'Level 2 to Level 3, pre-award');
    await first.choose('Type of action', 'Emergency Request');
    await first.press('Continue');
    const checklist = await agent.card('Escalate CS0000002', 'Stock on hand');
    await checklist.fill(FINDINGS);
    await checklist.press('Escalate');
    const posted = await supervisor.card('CS0000002', 'Unassigned');
    await posted.choose('Assign to', 'Aviation Level 3 Agent');
    await posted.press('Assign');
    const assigned = await supervisor.card('CS0000002', 'Aviation Level 3 Agent');
    await supervisor.picture('assigned');
    expect(await assigned.buttons()).not.toContain('Assign');
    await agent.card('CS0000002', 'Assigned to Aviation Level 3 Agent', 'Open case');
  });
});
