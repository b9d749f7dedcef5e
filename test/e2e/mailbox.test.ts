import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Browser, Page } from 'playwright-core';
import { startMailbox } from '../../scripts/demo/mailbox/start-mailbox';
import type { RunningMailbox } from '../../scripts/demo/mailbox/start-mailbox';
import { openWindow, startBrowser } from './chat-window';
import { AVIATION_REQUEST, createCase } from './customer-requests';
import { startDemo } from './running-demo';
import type { RunningDemo } from './running-demo';
import { expectSeenWell, VIEWS } from './seen-well';

const PICTURES = join(__dirname, '../../build/e2e');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
  mkdirSync(PICTURES, { recursive: true });
});
afterAll(() => browser.close());

const mailLink = (page: Page, subject: string) => page.getByRole('link', { name: subject });

describe('A customer in the demo', () => {
  let demo: RunningDemo;
  beforeAll(async () => {
    demo = await startDemo();
  });
  afterAll(async () => {
    expect(await demo.stop()).toBe(0);
  });

  it('gets the interim response and the survey by email, and answers the survey from there (CK-1, CL-7)', async () => {
    const agent = await openWindow(browser, demo.windows[0] ?? '');
    const page = await browser.newPage();
    await page.goto(demo.mailbox);
    await page.getByText('No emails yet.').waitFor();

    await createCase(agent, AVIATION_REQUEST);
    const interim = await agent.ask('interim CS0000001', 'Interim response for CS0000001');
    await interim.pressFor('Send interim response', 'It goes to dana.whitfield@unit.example by email.');
    // The page finds it by itself.
    await mailLink(page, "Case CS0000001: we're working on your inquiry").click();
    const mail = page.getByRole('article');
    expect(await mail.innerText()).toContain('Dear Dana Whitfield,');
    expect(await mail.innerText()).toContain('dana.whitfield@unit.example');

    const resolve = await agent.ask('resolve CS0000001', 'Resolve CS0000001', 'Resolution notes');
    await resolve.choose('Resolution', 'Estimated or contract delivery date given');
    await resolve.fill({ 'Resolution notes': 'Delivery by truck.' });
    const inFourDays = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
    await resolve.date('Date given to the customer', inFourDays);
    await resolve.pressFor('Resolve', 'CS0000001', 'Resolved');
    const close = await agent.ask('close CS0000001', 'Close CS0000001');
    await close.press('Close');
    await mailLink(page, 'Case CS0000001: resolution of your inquiry').waitFor();
    await mailLink(page, 'Case CS0000001: how satisfied are you?').click();
    await page.getByRole('heading', { name: 'how satisfied are you?' }).waitFor();
    expect(await mail.innerText()).toContain('Dear Dana Whitfield,');
    const [survey] = await Promise.all([
      page.waitForEvent('popup'),
      mail.getByRole('link', { name: /\/p\/satisfaction\// }).click(),
    ]);
    await survey.getByLabel('Satisfied', { exact: true }).check();
    await survey.getByRole('button', { name: 'Send answer' }).click();
    await survey.getByRole('heading', { name: 'Thank you' }).waitFor();
    await agent.ask('history CS0000001', 'Customer: satisfied');
  });
});

describe('The mailbox page', () => {
  let running: RunningMailbox;
  let send: (change: object) => Promise<unknown>;
  beforeEach(async () => {
    running = await startMailbox(0);
    const transport = createTransport({ host: '127.0.0.1', port: Number(new URL(running.smtpUrl).port) });
    send = (change) =>
      transport.sendMail({
        from: 'Customer Service <customer.service@agency.example>',
        to: 'dana.whitfield@unit.example',
        subject: "Training: Case CS0000001: we're working on your inquiry",
        text: 'TRAINING: no real case, customer, or deadline.\n\nDear Dana Whitfield,\n\nThank you for your inquiry. We registered it as case CS0000001 and are working on it.\nhttp://127.0.0.1:3978/p/satisfaction/eyJraW5kIjoic2F0aXNmYWN0aW9uIiwiaWQiOiJDUzAwMDAwMDEifQ.c2lnbmF0dXJlLXRoYXQtaXMtbG9uZw\n\nRespectfully,\nAviation Customer Operations',
        ...change,
      });
  });
  afterEach(() => running.close());

  it.each(VIEWS)(
    'can be used by keyboard alone and passes the accessibility checks: %s',
    async (name, width, colorScheme) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error') faults.push(message.text());
      });
      const picture = (of: string) =>
        page.screenshot({
          path: join(PICTURES, `mailbox-${of}-${name.replace(' ', '-')}.png`),
          fullPage: true,
        });
      await page.goto(running.url);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await expectSeenWell(page);
      await picture('empty');

      await send({});
      await mailLink(page, 'working on your inquiry').waitFor();
      await mailLink(page, 'working on your inquiry').focus();
      await send({ to: 'pat@unit.example', subject: 'Case CS0000002: status of your inquiry' });
      await mailLink(page, 'CS0000002').waitFor();
      // What comes takes the focus from nobody, and is said.
      expect(await page.locator(':focus').innerText()).toContain('working on your inquiry');
      expect(await page.getByRole('status').innerText()).toContain('New email: Case CS0000002');
      await expectSeenWell(page);
      await picture('list');

      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'working on your inquiry', level: 2 }).waitFor();
      await expectSeenWell(page);
      await picture('open');
      await page.keyboard.press('Tab');
      expect(await page.locator(':focus').innerText()).toBe('Skip to the email');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      if (width < 400) {
        expect(await page.locator(':focus').innerText()).toBe('All emails');
        await page.keyboard.press('Tab');
      }
      await page.keyboard.press('Enter');
      await page.getByText('Message-ID:').waitFor();
      await expectSeenWell(page);
      await picture('headers');

      await page.goto(running.url);
      await page.getByLabel('Emails to').selectOption('pat@unit.example');
      await page.getByRole('button', { name: 'Show' }).press('Enter');
      await page.waitForURL(/to=pat/);
      expect(await page.getByRole('listitem').count()).toBe(1);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  it('opens a link of an HTML email beside it, and runs nothing from the email', async () => {
    const page = await browser.newPage();
    const html = `<p>Dear Dana,</p><script>document.title='run'</script><a href="${running.url}/?to=x">Answer</a>`;
    await send({ html });
    await page.goto(`${running.url}/mail/1`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('Dear Dana,').waitFor();
    const [opened] = await Promise.all([
      page.context().waitForEvent('page'),
      frame.getByRole('link', { name: 'Answer' }).press('Enter'),
    ]);
    await opened.getByText('No emails to x.').waitFor();
    // A page of its own: the sandbox of the email does not go with it.
    expect(await opened.evaluate('origin')).toBe(running.url);
    expect(await frame.locator('html').evaluate('document.title')).toBe('');
    await page.close();
    await opened.close();
  });
});
