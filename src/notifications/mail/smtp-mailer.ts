import type { MailSettings } from '../../app/config/config';
import { readEmail } from '../../domain/cases/details/contact';
import { MailFault, type Mailer } from '../../ports/mail';

/** The most that one mail may take, below the lease under which it is sent. */
const WHOLE_MS = 20_000;
const STEP_MS = 10_000;
const MAX_SAID = 200;

/**
 * Of a mail that no person wrote (RFC 3834, section 5): `auto-generated`, because it answers no message. Absence notices
 * and other automatic answers then stay away; the second header says the same to Exchange. A word that an agent wrote or
 * read before it left carries neither: section 5.1 forbids the mark on what a person wrote, an absence is worth knowing,
 * and "All" would keep back Exchange's report that it was not delivered.
 */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' } as const;

/** Waits shorter than the usual ones, for tests. */
interface Waits {
  readonly stepMs: number;
  readonly wholeMs: number;
}

/**
 * Sends through the site's mail server, one connection a mail. Text goes as plain text in UTF-8, never as HTML; address
 * and subject go as values that the library encodes, so that nothing in them begins a header. A password goes over TLS
 * only, save to this machine.
 */
export function smtpMailer(
  settings: MailSettings,
  { stepMs, wholeMs }: Waits = { stepMs: STEP_MS, wholeMs: WHOLE_MS },
): Mailer {
  const { host, port, secure, requireTls, login, from } = settings;
  const domain = from.address.slice(from.address.lastIndexOf('@') + 1);
  const options = {
    host,
    port,
    secure,
    requireTLS: requireTls,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    dnsTimeout: stepMs,
    socketTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(login === undefined ? {} : { auth: { user: login.user, pass: login.password } }),
  };
  // Loaded with the first mail: a site without mail need not wait for it at every start.
  const transport = () => import('nodemailer').then(({ createTransport }) => createTransport(options));
  let opened: ReturnType<typeof transport> | undefined;
  return {
    send: async ({ key, to, subject, text, at, automatic }) => {
      // The library reads an envelope as a list of addresses: this is to be one.
      if (!readEmail(to).ok) throw new MailFault('refused', 'not one address');
      try {
        const smtp = await (opened ??= transport());
        await smtp.sendMail({
          messageId: `<${key}@${domain}>`,
          date: new Date(at),
          from,
          to: { name: '', address: to },
          envelope: { from: from.address, to: [to] },
          subject,
          text,
          ...(automatic === true ? { headers: AUTOMATIC } : {}),
          signal: AbortSignal.timeout(wholeMs),
        });
      } catch (error) {
        throw faultOf(error);
      }
    },
  };
}

/**
 * What a failed send means. Only a 5xx to the recipient or to the message itself is about this mail; a login that fails
 * or a sender that is not allowed is the site's to fix, so that the mail waits. The library's own error is not passed
 * on: its message names the recipient.
 */
function faultOf(error: unknown): MailFault {
  const { code, command, response, responseCode } = error as {
    readonly code?: unknown;
    readonly command?: unknown;
    readonly response?: unknown;
    readonly responseCode?: unknown;
  };
  const name = typeof code === 'string' && /^[A-Z_]{1,20}$/.test(code) ? code : 'failed';
  if (typeof responseCode !== 'number') {
    // Without an answer of the server: the library itself takes the recipient for none.
    return new MailFault(name === 'EENVELOPE' ? 'refused' : 'later', name);
  }
  const ofThisMail = command === 'RCPT TO' || command === 'DATA';
  const why = ofThisMail && responseCode >= 500 && responseCode < 600 ? 'refused' : 'later';
  const said = typeof response === 'string' ? response.replace(/\s+/g, ' ').trim().slice(0, MAX_SAID) : '';
  return new MailFault(why, `${name} ${responseCode}`, said === '' ? undefined : said);
}
