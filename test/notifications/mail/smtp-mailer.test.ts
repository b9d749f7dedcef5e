import { smtpMailer } from '../../../src/notifications/mail/smtp-mailer';
import { MailFault } from '../../../src/ports/mail';
import type { Mail } from '../../../src/ports/mail';
import { settingsFor, startBadServer, startMailServer } from '../../support/mail-server';

const mail = (change: Partial<Mail> = {}): Mail => ({
  key: 'cs0000001.3.abc',
  to: 'pat@example.mil',
  subject: 'Case CS0000001: status of your inquiry',
  text: 'Dear Pat,\n\nIt ships on Friday.',
  at: Date.UTC(2026, 10, 2, 17),
  ...change,
});

/** The fault of a send; the test fails where there is none. */
async function faultOf(sending: Promise<void>): Promise<MailFault> {
  const fault = await sending.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof MailFault)) throw new Error(`No fault of a mail: ${String(fault)}`);
  return fault;
}

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

async function real(...given: Parameters<typeof startMailServer>) {
  const server = await startMailServer(...given);
  ends.push(server.close);
  return server;
}
async function bad(...given: Parameters<typeof startBadServer>) {
  const server = await startBadServer(...given);
  ends.push(server.close);
  return server;
}

describe('A mail server that accepts emails', () => {
  it("gets each from the site's sender to the one recipient, as plain text in UTF-8", async () => {
    const server = await real();
    const text = 'Größe 5 ≠ 6, 例 😀\n\n<b>not bold</b> & ${x}\n.\nA line after a dot alone.';
    const subject = 'Case CS0000001: Größe, 例 😀';
    await smtpMailer(settingsFor(server.port)).send(mail({ text, subject }));
    const [taken] = server.taken;
    expect(taken).toMatchObject({ from: 'cases@agency.example.mil', to: ['pat@example.mil'], text });
    expect(taken?.headers.get('subject')).toBe(subject);
    expect(taken?.headers.get('from')).toBe('Casekeeper <cases@agency.example.mil>');
    expect(taken?.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(server.taken).toHaveLength(1);
  });

  it('sees the same Message-ID and date when an email is sent again', async () => {
    const server = await real();
    const mailer = smtpMailer(settingsFor(server.port));
    await mailer.send(mail());
    await mailer.send(mail());
    for (const header of ['message-id', 'date'])
      expect(new Set(server.taken.map(({ headers }) => headers.get(header))).size).toBe(1);
    expect(server.taken[0]?.headers.get('message-id')).toBe('<cs0000001.3.abc@agency.example.mil>');
    expect(server.taken[0]?.headers.get('date')).toBe('Mon, 02 Nov 2026 17:00:00 +0000');
  });

  it.each([
    ['a subject', { subject: 'Case CS0000001\r\nBcc: evil@example.com\r\n\r\nx' }],
    ['a text', { text: 'x\r\n.\r\nMAIL FROM:<evil@example.com>\r\n' }],
    ['an address', { to: 'pat@example.mil\r\nRCPT TO:<evil@example.com>' }],
    ['an address that is a list', { to: 'pat@example.mil, evil@example.com' }],
  ])("can't be led to another header or recipient by a line break or list in %s", async (_what, change) => {
    const server = await real();
    await smtpMailer(settingsFor(server.port))
      .send(mail(change))
      .catch(() => undefined);
    for (const { headers, to } of server.taken) {
      expect(to).toEqual(['pat@example.mil']);
      expect(headers.has('bcc')).toBe(false);
    }
    expect(server.taken.length).toBeLessThanOrEqual(1);
  });

  it('sees which email no person wrote, so that nothing answers it automatically (RFC 3834)', async () => {
    const server = await real();
    const mailer = smtpMailer(settingsFor(server.port));
    for (const automatic of [true, false]) await mailer.send(mail({ automatic }));
    await mailer.send(mail());
    const [byItself, ...byPeople] = server.taken.map(({ headers }) => headers);
    expect(byItself?.get('auto-submitted')).toBe('auto-generated');
    expect(byItself?.get('x-auto-response-suppress')).toBe('All');
    expect(byPeople).toHaveLength(2);
    for (const headers of byPeople)
      for (const name of ['auto-submitted', 'x-auto-response-suppress'])
        expect(headers.has(name)).toBe(false);
  });

  it('gets the user name and password if it asks for them', async () => {
    const server = await real({ password: 'pass word:@/' });
    const login = { user: 'bot', password: 'pass word:@/' };
    await smtpMailer(settingsFor(server.port, { login })).send(mail());
    expect(server.taken[0]?.user).toBe('bot');
  });
});

describe("A mail server that doesn't accept emails", () => {
  it("can refuse the recipient: the email is refused with the server's words", async () => {
    const server = await real({ recipient: () => ({ code: 550, text: '5.1.1 No such user here' }) });
    const fault = await faultOf(smtpMailer(settingsFor(server.port)).send(mail()));
    expect(fault).toMatchObject({ why: 'refused', answer: 'EENVELOPE 550' });
    expect(fault.said).toContain('No such user here');
  });

  it('can refuse the message: the email is refused', async () => {
    const server = await real({ message: { code: 554, text: 'Looks like spam' } });
    expect(await faultOf(smtpMailer(settingsFor(server.port)).send(mail()))).toMatchObject({
      why: 'refused',
    });
  });

  it('can be busy or want the recipient later: the email is tried again', async () => {
    const server = await real({ recipient: () => ({ code: 451, text: 'Greylisted' }) });
    expect(await faultOf(smtpMailer(settingsFor(server.port)).send(mail()))).toMatchObject({ why: 'later' });
  });

  it("can refuse the site's login or sender: the email waits until the site has fixed that", async () => {
    const closed = await real({ password: 'right' });
    const login = { user: 'bot', password: 'wrong' };
    const wrong = await faultOf(smtpMailer(settingsFor(closed.port, { login })).send(mail()));
    expect(wrong).toMatchObject({ why: 'later', answer: 'EAUTH 535' });
    const strict = await real({ sender: { code: 553, text: 'Not your domain' } });
    expect(await faultOf(smtpMailer(settingsFor(strict.port)).send(mail()))).toMatchObject({ why: 'later' });
  });

  it('can offer no TLS for a password that needs it: nothing is sent in the clear', async () => {
    const said: string[] = [];
    const server = await bad((socket, line) => {
      if (line === undefined) socket.write('220 here\r\n');
      else {
        said.push(line);
        socket.write(line.startsWith('EHLO') ? '250-here\r\n250 AUTH LOGIN PLAIN\r\n' : '502 no\r\n');
      }
    });
    const login = { user: 'bot', password: 'secret' };
    const settings = settingsFor(server.port, { login, requireTls: true });
    expect(await faultOf(smtpMailer(settings).send(mail()))).toMatchObject({ why: 'later' });
    expect(said.join('\n')).not.toMatch(/AUTH|MAIL/);
  });

  it('can be down: the email is tried again', async () => {
    const server = await bad(() => undefined);
    await server.close();
    expect(await faultOf(smtpMailer(settingsFor(server.port)).send(mail()))).toMatchObject({ why: 'later' });
  });

  it.each([
    ['is silent from the beginning', undefined],
    ['is silent after the message', 'END'],
  ])('that %s makes the send end within its time limit', async (_how, until) => {
    let data = false;
    const server = await bad((socket, line) => {
      if (until === undefined) return;
      if (line === undefined) socket.write('220 here\r\n');
      else if (line === 'DATA') {
        data = true;
        socket.write('354 go on\r\n');
      } else if (!data) socket.write('250 fine\r\n');
    });
    const byStep = smtpMailer(settingsFor(server.port), { stepMs: 40, wholeMs: 60_000 });
    expect(await faultOf(byStep.send(mail()))).toMatchObject({ why: 'later' });
    data = false;
    const byWhole = smtpMailer(settingsFor(server.port), { stepMs: 60_000, wholeMs: 40 });
    expect(await faultOf(byWhole.send(mail()))).toMatchObject({ why: 'later' });
  });

  it.each(['EHLO', 'MAIL', 'RCPT', 'DATA'])(
    'can drop the connection at %s: the email is tried again',
    async (step) => {
      const server = await bad((socket, line) => {
        if (line === undefined) socket.write('220 here\r\n');
        else if (line.startsWith(step)) socket.destroy();
        else socket.write(line === 'DATA' ? '354 go on\r\n' : '250 fine\r\n');
      });
      expect(await faultOf(smtpMailer(settingsFor(server.port)).send(mail()))).toMatchObject({
        why: 'later',
      });
    },
  );

  it("leaves nothing about the customer in the fault's message and stack", async () => {
    const server = await real({ recipient: (address) => ({ code: 550, text: `${address} is not here` }) });
    const fault = await faultOf(smtpMailer(settingsFor(server.port)).send(mail()));
    expect(`${fault.message} ${fault.stack ?? ''} ${fault.answer}`).not.toContain('pat@example.mil');
    expect(fault.cause).toBeUndefined();
  });
});
