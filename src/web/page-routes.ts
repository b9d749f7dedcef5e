import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { plugins, type Next, type Request, type Response, type Server } from 'restify';
import { faultReference } from '../runtime/fault-reference';
import type { Page, PageAnswer } from './pages/page';
import type { Log } from '../ports/log';
import { StoreBusy } from '../ports/store-busy';
import type { TimeSource } from '../ports/time-source';
import { clientAddress } from './client-address';
import type { TrustedProxies } from '../app/config/config-trust-proxy';
import type { InFlight } from '../runtime/in-flight';
import { rateBound } from '../runtime/rate-bound';

/** What the pages need. */
interface PageRoutes {
  readonly server: Server;
  readonly pages: readonly Page[];
  readonly log: Log;
  readonly inHand: InFlight;
  /** Any monotonic time. */
  readonly time: TimeSource;
  readonly isStopping: () => boolean;
  readonly trustProxy: TrustedProxies | undefined;
}

const FORM = 'application/x-www-form-urlencoded';
const MAX_BYTES = 16 * 1024;
/** Limits invalid links per address: someone is guessing, or a mail program broke a link. */
const BAD_LINK_RATE = { atOnce: 60, everyMs: 1_000 };

/** Whether a request is for a page: these alone take what a form of a browser sends. */
export const isForPage = (req: Request): boolean => /^\/p\//.test(req.url ?? '');

/** Whether a body is a form as these pages take it: plain, not compressed. */
export const isPlainForm = (req: Request): boolean =>
  isForPage(req) &&
  (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() === FORM &&
  req.headers['content-encoding'] === undefined;

const plain = (status: number, text: string): PageAnswer => ({
  status,
  type: 'text/plain',
  body: `${text}\n`,
});

const STATUS_WORDS: Readonly<Record<number, string>> = {
  404: 'Not found.',
  405: "This address doesn't support that.",
  413: "That's too much text. Go back and shorten it.",
  415: 'This page accepts only its own form.',
  421: 'This page opens only on the bot’s own machine, as localhost.',
  429: 'Too many requests. Try again in a minute.',
  503: 'The server is restarting. Try again in a minute.',
};

/** Refuses a request to a page with text for people. */
export function refusePage(res: Response, status: number): void {
  void send(res, plain(status, STATUS_WORDS[status] ?? 'The request could not be processed.'));
}

/**
 * No scripts, nothing from elsewhere, in no frame; kept nowhere, and the link told to no other site. A body in pieces is made
 * as fast as it is taken; where it breaks off, so does the connection, so that nobody takes the part for the whole.
 */
async function send(res: Response, { status, type, body, styles = [], fileName }: PageAnswer): Promise<void> {
  if (res.headersSent) return;
  const hashes = styles.map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  res.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    ...(typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {}),
    'content-security-policy': [
      "default-src 'none'",
      `style-src ${hashes.join(' ') || "'none'"}`,
      'img-src data:',
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'x-robots-tag': 'noindex',
    // Not `no-referrer`: a browser would then send a form of ours with the origin `null`.
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    ...(status === 429 || status === 503 ? { 'retry-after': '60' } : {}),
    ...(fileName === undefined ? {} : { 'content-disposition': `attachment; filename="${fileName}"` }),
  });
  if (typeof body === 'string') res.end(body);
  else await pipeline(Readable.from(body, { objectMode: false }), res);
}

/** Whether the reader ended it, which is no fault of ours. */
const isClosedEarly = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET', 'EPIPE'].includes(String(error.code));

/** Puts the pages on the server, each at `/p/<name>/<token>`. Addresses contain tokens, so they are not logged. */
export function mountPages(routes: PageRoutes): void {
  const { server, pages, log, inHand, time, isStopping } = routes;
  const bound = rateBound(time, BAD_LINK_RATE);
  const addressOf = clientAddress(routes.trustProxy);

  const tokenOf = (req: Request): string => (req.params as Readonly<Record<string, string>>)['*'] ?? '';

  /** A valid link is never refused, whatever else came from its address: many people may share a proxy. */
  const admit =
    (page: Page) =>
    (req: Request, res: Response, next: Next): void => {
      const refuse = (status: number): void => {
        refusePage(res, status);
        next(false);
      };
      const admitted = (isOurs: boolean): void => {
        if (isStopping()) refuse(503);
        else if (!isOurs && bound(addressOf(req)) !== undefined) refuse(429);
        else next();
      };
      // Where it cannot be looked up, it counts as one that is not ours.
      page.isOurs(tokenOf(req)).then(admitted, () => {
        admitted(false);
      });
    };

  async function answered(page: Page, res: Response, answer: () => Promise<PageAnswer>): Promise<void> {
    try {
      await inHand.track(
        'pages',
        answer().then((made) => send(res, made)),
      );
    } catch (error) {
      // The reader closed it while it was sent.
      if (isClosedEarly(error)) return;
      const reference = faultReference(error);
      log.error({ reference, page: page.name, err: error }, 'A page could not be served');
      if (error instanceof StoreBusy) {
        const words = `The database is busy. Nothing was saved. Try again in a minute. Reference: ${reference}.`;
        await send(res, plain(503, words));
        return;
      }
      await send(res, plain(500, `Something went wrong here. Try again later. Reference: ${reference}.`));
    }
  }

  for (const page of pages) {
    // A named parameter would be refused beyond 100 characters.
    const path = `/p/${page.name}/*`;
    server.get(path, admit(page), async (req: Request, res: Response) => {
      await answered(page, res, () => page.show(tokenOf(req)));
    });
    const take = page.take?.bind(page);
    if (take === undefined) continue;
    server.post(
      path,
      admit(page),
      plugins.bodyReader({ maxBodySize: MAX_BYTES }),
      async (req: Request, res: Response) => {
        const text = typeof req.body === 'string' ? req.body : '';
        await answered(page, res, () => take(tokenOf(req), new URLSearchParams(text)));
      },
    );
  }
}
