import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { rowsOfCsv } from '../support/read-csv';
import { openAgency } from './agency-window';
import type { Agency } from './agency-window';
import type { ChatWindow } from './chat-window';

// What the program office does with the figures of a whole agency: looks behind them, plans, reports, prepares reviews.

let agency: Agency;
let window: ChatWindow;

beforeAll(async () => {
  agency = await openAgency();
  window = agency.window;
});

afterAll(async () => {
  expect(await agency.close()).toBe(0);
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const WHAT = 'Two more agents send the interim responses before noon.';
const PLAN = /AP\d{7}/u;

describe('An action plan', () => {
  it('is chosen by measure, scope, and month, and an invalid choice is reported at its field (ME-8)', async () => {
    const nowhere = await window.ask('action plan csat mars', 'Action plan', '“mars”');
    await nowhere.picture('plan-chooser-fault');
    const two = await window.ask('action plan assignment', 'Action plan', '“assignment” could be');
    await two.picture('plan-which-measure');
    const mine = await window.ask('action plan crt me', 'Action plan', 'not for one person');
    expect(await mine.text()).toContain('Choose one.');
    await mine.pressFor('Cancel', 'Nothing was saved');
    const chooser = await window.ask('action plan', 'For a measure that missed its goal', 'Month');
    await chooser.picture('plan-chooser');
    expect(await chooser.buttons()).toEqual(expect.arrayContaining(['Next', 'Cancel']));
    await chooser.choose('Measure', 'Level 2 interim response');
    await chooser.choose('For', 'Enterprise');
    const form = await chooser.pressFor('Next', 'Level 2 interim response, Enterprise', 'By when');
    await form.pressFor('Cancel', 'Nothing was saved');
  });

  it('is written with each fault at its field and nothing lost, and keeps each revision (ME-8, ES-9, RE-1)', async () => {
    const form = await window.ask(
      'action plan interim response',
      'Level 2 interim response, Enterprise',
      'By when',
    );
    await form.picture('plan-form');
    await form.fill({ What: WHAT, Who: 'Robin Hayes' });
    await form.date('By when', '2025-12-31');
    await form.press('Save action plan');
    // The page itself says what is right. A card found by these words is lost once they are gone, so the form goes on.
    await window.card('Level 2 interim response, Enterprise', 'Choose a date from');
    await form.picture('plan-form-fault');
    expect(await form.valueOf('What')).toBe(WHAT);
    await form.date('By when', inDays(20));
    let plan = await form.pressFor('Save action plan', 'under way', 'Robin Hayes');
    await plan.picture('plan');
    for (const who of ['Kim Lee', 'Jo Park', 'Sam Reed', 'Lee Cole']) {
      const again = await plan.pressFor('Revise action plan', 'Save revision');
      expect(await again.valueOf('What')).toBe(WHAT);
      await again.fill({ Who: who });
      plan = await again.pressFor('Save revision', 'under way', who);
    }
    const history = await plan.pressFor('History', 'under way', 'page 1 of 2');
    await history.picture('plan-history');
    const earlier = await history.pressFor('Earlier', 'under way', 'page 2 of 2');
    expect(await earlier.text()).toContain('Planned: Robin Hayes');
    await earlier.pressFor('Later', 'under way', 'page 1 of 2');
  });

  it('leads to its metrics, whose card shows it and leads back, and to the cases behind them (ME-6, ME-8)', async () => {
    const plan = await window.card('under way', 'page 1 of 2');
    const [, month = ''] = /goal missed in (\w+ \d{4})/u.exec(await plan.text()) ?? [];
    const figures = await plan.pressFor('Metrics', 'The last 12 months', `Enterprise · ${month}`);
    const said = await figures.text();
    expect(said).toMatch(/Action plan AP\d{7}: Lee Cole, by /u);
    await figures.picture('plan-figures');
    const opened = await figures.pressFor('Action plan', 'under way', 'Furthest from the goal');
    await opened.pressOn('CS0');
    await window.card('Recent activity', 'Clocks');
  });

  it('stays in the list of open plans until it is closed by hand with a reason (ME-8)', async () => {
    // How many are open depends on the month, so that this one may stand on a later page.
    const list = await window.ask('action plans', 'Action plans', ' open, ');
    await list.picture('action-plans');
    await list.pressOn('Open');
    await window.card('Plan requested', 'Write action plan');
    const scoped = await window.ask('action plans enterprise', 'Action plans · Enterprise', 'Lee Cole');
    const chooser = await scoped.pressFor('New action plan', 'For a measure that missed its goal', 'Month');
    await chooser.pressFor('Cancel', 'Nothing was saved');
    const shown = await window.ask(
      'measure interim response last month',
      'Level 2 interim response',
      'Lee Cole',
    );
    const [id = ''] = PLAN.exec(await shown.text()) ?? [];
    const card = await window.ask(`action plan ${id}`, `Action plan ${id}`, 'Lee Cole');
    await (await card.pressFor('Close', `Close ${id}`)).pressFor('Cancel', 'Nothing was saved');
    const form = await window.ask(`close action plan ${id}`, `Close ${id}`, 'How it ends');
    await form.press('Close action plan');
    await form.picture('plan-close-fault');
    await form.tick('How it ends', 'Withdrawn: the plan is dropped');
    await form.fill({ Why: 'The goal is re-evaluated first.' });
    const closed = await form.pressFor('Close action plan', `${id}: withdrawn`);
    await closed.picture('plan-closed');
    expect(await closed.buttons()).toEqual(['Metrics', 'History', 'Action plans']);
    await window.ask(`close action plan ${id}`, `${id} is closed: withdrawn`);
    const left = await closed.pressFor('Action plans', 'Action plans', ' open, ');
    expect(await left.text()).not.toContain('Lee Cole');
  });
});

/** What of a page reaches beyond its edge, in pixels; and it is drawn into build/e2e. */
async function lookAt(page: Page, name: string, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 900 });
  await page.screenshot({ path: join(__dirname, '../../build/e2e', `${name}.png`), fullPage: true });
  return page.evaluate('document.documentElement.scrollWidth - innerWidth');
}

describe('A report', () => {
  it('opens as a page, wide, narrow, and in print, and as two files that add up (ME-6, ME-7)', async () => {
    const report = await window.ask(
      'report for aviation last month',
      'Report · ',
      'Aviation',
      'Open the report',
    );
    const page = await report.follow('Open the report');
    expect(await page.title()).toMatch(/^Report of \w+ \d{4}: Aviation$/u);
    for (const heading of ['In short', 'Scorecard', 'Twelve months', 'Open cases', 'Action plans'])
      expect(await page.getByRole('heading', { name: heading, exact: true }).count()).toBe(1);
    expect(await lookAt(page, 'report-page', 1100)).toBe(0);
    expect(await lookAt(page, 'report-page-narrow', 360)).toBe(0);
    await page.emulateMedia({ media: 'print' });
    // What a sheet of Letter paper has between its margins.
    expect(await lookAt(page, 'report-page-print', 720)).toBe(0);
    expect(await page.getByText('On this page').isVisible()).toBe(false);
    await page.close();

    const [figures = [], cases = []] = await Promise.all(
      ['Metrics (CSV)', 'Cases (CSV)'].map(async (link) => {
        const answer = await fetch(await report.addressOf(link));
        expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
        // Without the fact of the byte order, which `text` takes off.
        return rowsOfCsv(await answer.text());
      }),
    );
    const own = figures.filter(({ scope_kind, priority }) => scope_kind === 'msc' && priority === '');
    expect(own.map(({ measure_key }) => measure_key)).toContain('enterprise-crt');
    for (const { measure_key: measure, count, met } of own) {
      const lines = cases.filter(({ measure_key }) => measure_key === measure);
      const kept = lines.filter((line) => line['met'] === 'yes');
      expect([measure, lines.length, kept.length]).toEqual([measure, Number(count), Number(met)]);
    }
  });

  it('comes once each month where it is ordered, until it is stopped (ME-7)', async () => {
    const empty = await window.ask('reports', 'Reports posted here', 'No reports are posted here');
    const form = await empty.pressFor('Post it monthly', 'Post the report each month', 'Report for');
    await form.choose('Report for', 'Aviation');
    const made = await form.pressFor('Post it monthly', 'The report for Aviation will be posted each month');
    await made.picture('report-monthly');
    await window.ask('report monthly aviation', 'The report for Aviation is already posted here each month');
    const fault = await window.ask('report mars last month', 'Report for a month', '“mars”');
    await fault.picture('report-fault');
    await fault.choose('Report for', 'Enterprise');
    const shown = await fault.pressFor('Show report', 'Enterprise · as of', 'Open the report');
    await shown.pressFor('Post it monthly', 'The report for Enterprise will be posted each month');
    const list = await window.ask('reports', 'Reports posted here automatically', 'Enterprise', 'Aviation');
    await list.picture('reports');
    expect((await list.buttons()).filter((title) => title === 'Stop')).toHaveLength(2);
    await list.pressOn('Stop');
    await window.card("It's no longer posted here");
    await window.ask('report stop', "It's no longer posted here", 'Stopped: monthly report of');
    const none = await window.ask('report stop', 'No monthly report is posted here');
    await none.pressFor('Reports here', 'Reports posted here automatically', 'No reports are posted here');
  });
});

describe('A review', () => {
  it('has its metrics posted ten business days before it, or at once if it is sooner, until it is stopped (ME-9)', async () => {
    const far = await window.ask(
      `review for aviation on ${inDays(60)}`,
      'Review of',
      'The numbers for Aviation',
    );
    await far.picture('review');
    const list = await far.pressFor('Reports here', 'Reports posted here automatically', 'To be posted on');
    const form = await list.pressFor('Review date', 'Date of a performance review');
    await form.date('Date of the review', '2025-12-31');
    await form.choose('Report for', 'Distribution');
    await form.press('Set date');
    await window.card('Date of a performance review', 'Choose a date from');
    await form.picture('review-fault');
    await form.date('Date of the review', inDays(3));
    await form.pressFor('Set date', 'The review is less than 10 business days away');
    const posted = await window.card('Report for the review on', 'Distribution', 'Posted late');
    await posted.picture('review-posted');
    const reviews = await window.ask('reviews', 'Performance reviews', 'Aviation', 'Distribution');
    await reviews.picture('reviews');
    await window.ask(`review stop ${inDays(60)}`, "It's no longer posted here", 'Aviation');
    await window.ask('review stop', "It's no longer posted here", 'Distribution');
    const none = await window.ask('reviews', 'Performance reviews', 'No reviews are set here');
    expect(await none.buttons()).toEqual(['Review date', 'Reports here']);
  });
});
