import { openAgency } from './agency-window';
import type { Agency } from './agency-window';
import type { ChatWindow } from './chat-window';

// A leader's morning on the store of a whole agency, as `npm run demo` fills it: from a question to a case, and on.

let agency: Agency;
let window: ChatWindow;

beforeAll(async () => {
  agency = await openAgency();
  window = agency.window;
});

afterAll(async () => {
  expect(await agency.close()).toBe(0);
});

describe("An agency's metrics", () => {
  it('can be asked for in plain words, and are on one card with their goals (ME-1 to ME-6)', async () => {
    await window.say('how are we doing last month?');
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.picture('metrics');
    const text = (await scorecard.text()).replaceAll('\u00a0', ' ');
    for (const words of ['Goal 85% in 8 business days or less', 'Not loaded', 'Top reasons', 'Over 30'])
      expect(text).toContain(words);
  });

  it('lead from a measure with its trend to its cases, worst first, and to one of them (ME-6)', async () => {
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.pressOn('Case Resolution Time, Levels 1 to 3:');
    const measure = await window.card('The last 12 months', 'How long cases took');
    await measure.picture('measure');
    expect(await measure.buttons()).toEqual(
      expect.arrayContaining(['Cases', 'Try another goal', 'Scorecard']),
    );
    await measure.press('Cases');
    const cases = await window.card('Case Resolution Time, Levels 1 to 3 · Enterprise', 'Worst first');
    await cases.picture('cases-behind');
    await cases.pressOn('Open');
    expect(await (await window.card('Recent activity', 'Clocks')).text()).toMatch(/CS\d{7}/u);
  });

  it("change to another scope in place by the card's own choice (ME-6)", async () => {
    await window.say('metrics last month');
    const scorecard = await window.card('Metrics · Enterprise', 'goals met');
    await scorecard.choose('Metrics for', 'Aviation');
    await scorecard.press('Show');
    await (await window.card('Metrics · Aviation')).picture('metrics-aviation');
  });

  it('show what another goal would have changed (ME-7)', async () => {
    await window.say('what if CRT were 6 days last quarter');
    const tried = await window.card('With 6');
    await tried.picture('what-if');
    expect(await tried.text()).toContain('Aviation');
  });

  it('make a report with a story, a page, and files (ME-7)', async () => {
    await window.say('report last month');
    const report = await window.card('Report ·', 'Open the report');
    await report.picture('report');
    const text = await report.text();
    for (const link of ['Metrics (CSV)', 'Cases (CSV)']) expect(text).toContain(link);
  });

  it('agree completely with their cases (ME-6, RE-1)', async () => {
    await window.say('verify metrics last week');
    expect(await (await window.card('Metrics verified')).text()).toContain('No differences.');
  });
});

describe("The details behind an agency's metrics", () => {
  it('are its cases, which can be asked for in words: worst first, page by page, and for one priority (ME-6)', async () => {
    const line = 'cases behind interim response last month';
    const first = await window.ask(line, 'Level 2 interim response · Enterprise', 'Worst first: 1 to 10');
    expect((await first.buttons()).slice(-6)).toEqual([
      ...['More', 'Metrics', 'Emergency', 'High', 'Medium', 'Low'],
    ]);
    const second = await first.pressFor('More', 'Level 2 interim response', 'Worst first: 11 to 20');
    const low = await second.pressFor('Low', 'Level 2 interim response', ' · Low');
    await low.picture('cases-behind-low');
    expect(await low.text()).not.toMatch(/(Emergency|High|Medium) priority/u);
    await low.pressFor('All priorities', 'Level 2 interim response', 'Worst first: 1 to 10');
  });

  it('are asked for in a form if the line names no metric (ME-6)', async () => {
    const form = await window.ask('cases behind', 'Cases behind a number');
    await form.choose('Measure', 'Customer satisfaction (CSAT)');
    await form.fill({ 'Metrics for': 'aviation', Period: 'last quarter' });
    const cases = await form.pressFor('Show', 'Customer satisfaction (CSAT) · Aviation');
    expect(await cases.text()).toContain('Worst first: 1 to 10');
  });

  it('include the open cases, oldest first, and each one opens (ME-5)', async () => {
    const open = await window.ask('open cases', 'Open cases · Enterprise', 'Oldest first');
    await open.picture('open-cases');
    const more = await open.pressFor('More', 'Open cases · Enterprise', 'Oldest first: 11 to');
    await more.pressOn('Open');
    await window.card('Recent activity', 'Clocks');
  });

  it('include a card for one measure, with its numbers behind a button and a way to each next step (ME-3, ME-6)', async () => {
    const csat = await window.ask('measure csat last month', 'Customer satisfaction', 'By rating');
    expect(await csat.text()).not.toContain('Month');
    await csat.press('Numbers as a table');
    const shown = await window.card('Customer satisfaction', 'By rating', 'Month');
    await shown.picture('measure-csat');
    await shown.pressFor('Cases', 'Customer satisfaction (CSAT) · Enterprise');
    const crt = await window.ask('measure crt last month', 'Case Resolution Time', 'How long cases took');
    // Both tables are folded: both pictures found room.
    const tables = (await crt.buttons()).filter((title) => title === 'Numbers as a table');
    expect(tables).toHaveLength(2);
    await crt.pressFor('Scorecard', 'Metrics · Enterprise', 'goals met');
  });

  it('include a try at another goal from their card, with a fault at its field and the rest kept (ME-7, ES-9)', async () => {
    const crt = await window.ask(
      'measure crt aviation last quarter',
      'Case Resolution Time',
      'How long cases took',
    );
    const form = await crt.pressFor('Try another goal', 'What if the goal were different?');
    await form.fill({ 'Business days': '6.5' });
    const back = await form.pressFor('Show', 'What if the goal', 'Enter a whole number from 1 to 260');
    await back.picture('what-if-fault');
    expect(await back.valueOf('Business days')).toBe('6.5');
    await back.fill({ 'Business days': '6' });
    const tried = await back.pressFor('Show', 'What if the goal were 6 business days?', 'Try another goal');
    await tried.picture('what-if-form');
    expect(await tried.text()).toContain('Aviation · ');
    // The card has its own fields: another goal is tried in place.
    await tried.fill({ 'Business days': '9' });
    await tried.pressFor('Try', 'What if the goal were 9 business days?');
  });
});
