import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { createTransport } from 'nodemailer';
import { createMailbox } from '../../../scripts/demo/mailbox/mailbox';
import { startMailbox } from '../../../scripts/demo/mailbox/start-mailbox';
import type { RunningMailbox } from '../../../scripts/demo/mailbox/start-mailbox';
import { smtpMailer } from '../../../src/notifications/mail/smtp-mailer';
import type { Mail } from '../../../src/ports/mail';
import { settingsFor } from '../../support/mail-server';

let running: RunningMailbox;
beforeEach(async () => {
  running = await startMailbox(0);
});
afterEach(() => running.close());

const LINK = 'http://127.0.0.1:3978/p/satisfaction/abc.def';
const smtpPort = (): number => Number(new URL(running.smtpUrl).port);
/** As the bot sends it. */
const send = (change: Partial<Mail> = {}): Promise<void> =>
  smtpMailer(settingsFor(smtpPort())).send({
    key: `cs0000001.${Math.random()}`,
    to: 'dana@unit.example',
    subject: 'Case CS0000001: how satisfied are you?',
    text: `Dear Dana Smith,\n\n${LINK}\n\nRespectfully,\nCustomer Service`,
    at: Date.UTC(2026, 10, 2, 17),
    automatic: true,
    ...change,
  });
const seen = async (path = '/'): Promise<string> => (await fetch(running.url + path)).text();
interface News {
  readonly newest: string;
  readonly said: string;
  readonly html: string;
  readonly recipients: readonly string[];
}
const news = async (query = ''): Promise<News> => JSON.parse(await seen(`/list${query}`)) as News;

/** The status of a request with headers that `fetch` would not send. */
const asked = (path: string, headers: IncomingHttpHeaders, method = 'GET') =>
  new Promise<number | undefined>((resolve, reject) => {
    request(running.url + path, { headers, method, setHost: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });

describe('The demo mailbox', () => {
  it('says what to do while there is no email', async () => {
    expect(await seen()).toContain('Send an interim response in a case and it appears here');
  });

  it('lists what was sent, newest first, with sender, recipient, subject, and time', async () => {
    await send({ subject: "Case CS0000001: we're working on your inquiry" });
    await send();
    const page = await seen();
    expect(page.indexOf('how satisfied')).toBeLessThan(page.indexOf('working on your inquiry'));
    expect(page).toContain('To dana@unit.example');
    expect(page).toContain('From Casekeeper');
    expect(await seen('/mail/1')).toContain('<dd>Casekeeper &lt;cases@agency.example.mil&gt;</dd>');
    expect(page).toContain('<time datetime="2026-11-02T17:00:00.000Z">');
    expect(page).not.toContain('No emails yet');
  });

  it('shows an email as it came, with its links as links and its headers unchanged', async () => {
    await send({ text: `Dear Größe 😀,\n\nSee ${LINK}. Or (${LINK}x).` });
    const page = await seen('/mail/1');
    expect(page).toContain('Dear Größe 😀,\n\nSee <a');
    for (const link of [LINK, `${LINK}x`])
      expect(page).toContain(`<a href="${link}" target="_blank" rel="noopener noreferrer">${link}</a>`);
    expect(page).toContain('Auto-Submitted: auto-generated');
    expect(page).toContain('href="/mail/1" aria-current="page"');
    expect(page).toContain('<title>Case CS0000001: how satisfied are you? · Customer’s mailbox</title>');
  });

  it('shows text and names that look like markup as text', async () => {
    const hostile = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
    await send({
      subject: `Case CS0000001 ${hostile}`,
      text: `Dear ${hostile},\nhttp://evil.example/"onclick="alert(1) javascript:alert(1)`,
    });
    for (const text of [
      await seen(),
      await seen('/mail/1'),
      (await news()).html,
      await seen(`/?to=${hostile}`),
    ]) {
      expect(text.match(/<script>/g) ?? []).toHaveLength(text.startsWith('<!doctype') ? 1 : 0);
      expect(text).not.toContain('<img');
      expect(text).not.toMatch(/<a [^>]*onclick|href="javascript/);
    }
  });

  it('shows the emails to one recipient', async () => {
    await send();
    await send({ to: 'pat@unit.example', subject: 'Case CS0000002: to Pat' });
    const filtered = await seen('/?to=pat%40unit.example');
    expect(filtered).toContain('to Pat');
    expect(filtered).toContain('<option value="pat@unit.example" selected>');
    expect(filtered).not.toContain('how satisfied');
    expect(filtered).toContain('href="/mail/2?to=pat%40unit.example"');
    expect(await seen('/?to=nobody')).toContain('No emails to nobody.');
  });

  it('tells an open page what is new', async () => {
    expect(await news()).toMatchObject({ newest: '0', said: '', recipients: [] });
    await send();
    await send({ to: 'pat@unit.example' });
    expect(await news('?to=dana%40unit.example&open=1')).toMatchObject({
      newest: '1',
      said: 'New email: Case CS0000001: how satisfied are you?',
      html: expect.stringContaining('href="/mail/1?to=dana%40unit.example" aria-current="page"') as string,
      recipients: ['dana@unit.example', 'pat@unit.example'],
    });
    expect((await news()).newest).toBe('2');
  });

  it('shows HTML separately, where nothing in it can run or be sent', async () => {
    const transport = createTransport({ host: '127.0.0.1', port: smtpPort() });
    const markup = `<script>alert(1)</script><a href="${LINK}">Answer</a>`;
    await transport.sendMail({
      from: 'a@b.example',
      to: 'c@d.example',
      subject: 'x',
      text: 'x',
      html: markup,
    });
    expect(await seen('/mail/1')).toMatch(
      /<iframe title="[^"]+" src="\/mail\/1\/html" sandbox="allow-popups allow-popups-to-escape-sandbox">/,
    );
    const own = await fetch(`${running.url}/mail/1/html`);
    expect(await own.text()).toContain(markup);
    const policy = own.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/);
    expect(policy).not.toContain('script-src');
    expect(policy).toContain("form-action 'none'");
  });

  it('allows only its own script and style to run', async () => {
    const policy = (await fetch(running.url)).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toMatch(/script-src 'sha256-[^' ]+'(;|$)/);
    expect(policy).not.toContain('unsafe');
  });

  it('answers only this machine, and only reads', async () => {
    await send();
    const host = new URL(running.url).host;
    for (const path of ['/', '/mail/1', '/list']) {
      expect(await asked(path, { host })).toBe(200);
      expect(await asked(path, { host: 'evil.example' })).toBe(421);
      expect(await asked(path, { host, origin: 'http://evil.example' })).toBe(421);
      expect(await asked(path, { host }, 'POST')).toBe(405);
    }
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each(['/mail/2', '/mail/0', '/mail/x', '/mail/1/html', '/mail/999999999999', '/x', '//evil.example/x'])(
    'has nothing at %s',
    async (path) => {
      await send();
      const answer = await fetch(`${running.url}${path}`);
      expect(answer.status).toBe(404);
      expect(await answer.text()).toContain('<a href="/">All emails</a>');
    },
  );

  it('refuses an email that is too large, and continues', async () => {
    await expect(send({ text: 'x'.repeat(400_000) })).rejects.toMatchObject({ why: 'refused' });
    await send();
    expect((await news()).newest).toBe('1');
  });
});

it('The demo mailbox keeps the latest emails, each under its original number', () => {
  const box = createMailbox(2);
  for (const subject of ['a', 'b', 'c'])
    box.take({
      from: { name: '', address: '' },
      to: [`${subject}@x.example`],
      subject,
      at: 0,
      text: '',
      headers: '',
    });
  expect(box.list().map(({ id, subject }) => [id, subject])).toEqual([
    [3, 'c'],
    [2, 'b'],
  ]);
  expect([box.get(1), box.get(2)?.subject]).toEqual([undefined, 'b']);
  expect(box.recipients()).toEqual(['b@x.example', 'c@x.example']);
});
