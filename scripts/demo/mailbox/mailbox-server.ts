import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isWithinMachine } from '../../../src/runtime/loopback';
import type { Mailbox } from './mailbox';
import { mailboxPage, newsOf, nothingPage, ownHtml, PAGE_PARTS } from './mailbox-view';
import type { Looked } from './mailbox-view';

/** The page of the mailbox as it is served. */
export interface MailboxServer {
  readonly url: string;
  close(): Promise<void>;
}

interface Answer {
  readonly status?: number;
  readonly type?: 'text/html' | 'application/json' | 'text/plain';
  readonly policy?: string;
  readonly body: string;
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Its own style and script, its own server, and nothing else. */
const PAGE_POLICY = [
  "default-src 'none'",
  `style-src ${PAGE_PARTS.styles.map(hashOf).join(' ')}`,
  `script-src ${hashOf(PAGE_PARTS.script)}`,
  "connect-src 'self'",
  "frame-src 'self'",
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** What a stranger's HTML may do: look as it wants, and open links beside. The sandbox holds without the frame too. */
const MAIL_POLICY = [
  'sandbox allow-popups allow-popups-to-escape-sandbox',
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Serves the mailbox to this machine's browsers: on loopback alone, and to nobody who comes by another name or from a
 * page elsewhere. `port` 0 takes one that is free.
 */
export async function startMailboxServer(mailbox: Mailbox, port: number): Promise<MailboxServer> {
  const server = createServer((request, response) => {
    send(response, answerOf(mailbox, request), request.method === 'HEAD');
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answerOf(mailbox: Mailbox, { method, headers, url = '/' }: IncomingMessage): Answer {
  if (!isWithinMachine(headers))
    return plain(421, 'This page opens on the demo’s own machine alone, as localhost.');
  if (method !== 'GET' && method !== 'HEAD') return plain(405, 'This page is for reading alone.');
  // What is asked for is a path; nobody's base.
  const { pathname, searchParams } = new URL(`http://localhost${url.startsWith('/') ? url : '/'}`);
  const to = searchParams.get('to') ?? '';
  const looked: Looked = to === '' ? {} : { to };
  if (pathname === '/') return { body: mailboxPage(mailbox, looked) };
  if (pathname === '/list') return news(mailbox, looked, searchParams.get('open'));
  const [, id = '', part] = /^\/mail\/([1-9]\d{0,8})(\/html)?$/u.exec(pathname) ?? [];
  const open = mailbox.get(Number(id));
  if (open === undefined) return { status: 404, body: nothingPage(id === '' ? NO_PAGE : NO_MAIL) };
  if (part === undefined) return { body: mailboxPage(mailbox, { ...looked, open }) };
  if (open.html === undefined) return { status: 404, body: nothingPage(NO_PAGE) };
  return { policy: MAIL_POLICY, body: ownHtml(open.html) };
}

const NO_PAGE = 'Not found.';
const NO_MAIL = 'This email is no longer kept: the mailbox holds the latest ones, as long as the demo runs.';

function news(mailbox: Mailbox, looked: Looked, id: string | null): Answer {
  const open = mailbox.get(Number(id));
  const news = newsOf(mailbox, open === undefined ? looked : { ...looked, open });
  return { type: 'application/json', body: JSON.stringify(news) };
}

const plain = (status: number, text: string): Answer => ({ status, type: 'text/plain', body: `${text}\n` });

function send(
  response: ServerResponse,
  { status = 200, type = 'text/html', policy = PAGE_POLICY, body }: Answer,
  headOnly: boolean,
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-length': String(Buffer.byteLength(body)),
    'content-security-policy': policy,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(headOnly ? undefined : body);
}
