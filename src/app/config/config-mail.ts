import { readEmail } from '../../domain/cases/details/contact';
import { isLoopback } from '../../runtime/loopback';
import { HOST_NAME, setting } from './setting';

/** How email leaves: `secure` is TLS from the first byte, `requireTls` STARTTLS or nothing. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTls: boolean;
  readonly login?: { readonly user: string; readonly password: string };
  readonly from: { readonly name: string; readonly address: string };
}

/** `SMTP_URL`: `smtp[s]://[user:password@]host[:port]`. */
export const smtpUrl = setting(
  mailServerOf,
  'must be smtp://host:port or smtps://host:port, with user:password@ before the host if the server requires them (percent-encoded), and nothing after the port.',
);

/** `MAIL_FROM`: the sender's address, and optionally a name. */
export const mailFrom = setting(
  senderOf,
  'must be an email address, or a name and an address in angle brackets.',
);

function mailServerOf(text: string): Omit<MailSettings, 'from'> | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const secure = url.protocol === 'smtps:';
  const bare = ['', '/'].includes(url.pathname) && url.search === '' && url.hash === '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!(secure || url.protocol === 'smtp:') || !bare || !HOST_NAME.test(host) || url.port === '0') {
    return undefined;
  }
  const port = url.port === '' ? (secure ? 465 : 587) : Number(url.port);
  if (url.username === '' && url.password === '') return { host, port, secure, requireTls: false };
  if (url.username === '' || url.password === '') return undefined;
  try {
    const login = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
    // A password in clear text is only allowed to this machine.
    return { host, port, secure, requireTls: !secure && !isLoopback(host), login };
  } catch {
    return undefined;
  }
}

function senderOf(text: string): MailSettings['from'] | undefined {
  const [, named, inside] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  const read = readEmail((inside ?? text).trim());
  const name = (named ?? '').trim().replace(/^"(.*)"$/, '$1');
  return !read.ok || /\p{Cc}/u.test(name) ? undefined : { name, address: read.value };
}
