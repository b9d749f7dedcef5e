import type { Next, Request, Response, Server } from 'restify';
import { problemOf } from '../ports/problem';
import { faultReference } from '../runtime/fault-reference';
import type { Log } from '../ports/log';
import { StoreBusy } from '../ports/store-busy';
import { UnreadableRecord } from '../ports/unreadable-record';
import type { TimeSource } from '../ports/time-source';
import { jsonBody } from './http/json-body';
import type { CustomerApi } from './bot-parts';
import { refuse, write, writeProblem } from './http-answer';
import type { RejectionLog } from '../runtime/rejection-log';
import type { InFlight } from '../runtime/in-flight';
import { rateBound, SYSTEM_RATE } from '../runtime/rate-bound';

/** What the routes of customers' systems need. */
interface ApiRoutes {
  readonly server: Server;
  readonly api: CustomerApi;
  readonly log: Log;
  readonly rejections: RejectionLog;
  readonly inHand: InFlight;
  /** The largest body that is read. */
  readonly maxBytes: number;
  /** Any monotonic time. */
  readonly time: TimeSource;
  readonly isStopping: () => boolean;
}

type Answering = (req: Request, res: Response, system: string) => Promise<void>;

/**
 * The caller's key: `Authorization: Bearer …`, or `X-Api-Key`. If both are given they must be the same: which
 * of two is meant is not guessed, and an `Authorization` that is empty or of another kind is no key.
 */
function keyOf(req: Request): string {
  const { authorization, 'x-api-key': own } = req.headers;
  const [, bearer = ''] = /^Bearer +(\S+) *$/i.exec(authorization ?? '') ?? [];
  if (typeof own !== 'string') return bearer;
  return authorization === undefined || bearer === own ? own : '';
}

/**
 * Puts the API for customers' systems on the server. Callers are authenticated before a body is read; each system has its own
 * request limit.
 */
export function mountApi(routes: ApiRoutes): void {
  const { server, api, log, rejections, inHand, maxBytes, time, isStopping } = routes;
  const systems = new WeakMap<Request, string>();
  const bound = rateBound(time, SYSTEM_RATE);

  function failed(res: Response, error: unknown): void {
    const reference = faultReference(error);
    log.error({ reference, err: error }, 'A request from a customer’s system failed');
    sayFailed(res, error, reference);
  }

  /** The same for unauthenticated callers: the log has the first in a minute, and all of them read its reference. */
  let shared = '';
  function failedUnknown(res: Response, error: unknown): void {
    rejections('fault', () => {
      shared = faultReference(error);
      log.error({ reference: shared, err: error }, 'An API key could not be checked');
    });
    sayFailed(res, error, shared);
  }

  function sayFailed(res: Response, error: unknown, reference: string): void {
    if (error instanceof StoreBusy) {
      const detail = `Nothing was saved. Send it again in a minute. Reference: ${reference}.`;
      const busy = problemOf(503, 'busy', 'The database is busy.', { detail });
      writeProblem(res, busy, { 'retry-after': '60' });
      return;
    }
    if (error instanceof UnreadableRecord) {
      const detail = `Nothing was saved. Give the program office the reference ${error.reference}, and send it again once the record is repaired.`;
      writeProblem(res, problemOf(503, 'unreadable-record', "A stored record can't be read.", { detail }));
      return;
    }
    const detail = `Send it again later. If it fails again, give the program office the reference ${reference}.`;
    writeProblem(res, problemOf(500, 'fault', 'The request could not be processed.', { detail }));
  }

  async function isKnown(req: Request, res: Response): Promise<boolean> {
    const system = await api.systemOf(keyOf(req));
    if (system === undefined) {
      rejections('api-key', () => {
        log.warn({}, 'A request without a known API key was rejected');
      });
      refuse(req, res, 401, { 'www-authenticate': 'Bearer' });
      return false;
    }
    const tooMany = bound(system);
    if (tooMany !== undefined) {
      refuse(req, res, 429, { 'retry-after': String(tooMany.waitS) });
      return false;
    }
    systems.set(req, system);
    return true;
  }

  function admit(req: Request, res: Response, next: Next): void {
    if (isStopping()) {
      refuse(req, res, 503);
      next(false);
      return;
    }
    isKnown(req, res).then(
      (known) => {
        next(known ? undefined : false);
      },
      (error: unknown) => {
        failedUnknown(res, error);
        next(false);
      },
    );
  }

  /** Answers an admitted request; the server's stop waits for it. */
  const answered =
    (answering: Answering) =>
    async (req: Request, res: Response): Promise<void> => {
      const system = systems.get(req);
      if (system === undefined) throw new Error('A request was answered before it was admitted');
      try {
        await inHand.track('requests', answering(req, res, system));
      } catch (error) {
        failed(res, error);
      }
    };

  const submit = answered(async (req, res, system) => {
    const given = req.headers['idempotency-key'];
    const answer = await api.submit(system, typeof given === 'string' ? given : '', req.body as unknown);
    if (!answer.ok) {
      writeProblem(res, answer.problem);
      return;
    }
    const { number } = answer.case;
    if (answer.created) log.info({ system, number }, 'A customer’s system opened a case');
    write(res, answer.created ? 201 : 200, answer.case, { location: `/api/cases/${number}` });
  });

  const show = answered(async (req, res, system) => {
    const params = req.params as Readonly<Record<string, string>>;
    const found = await api.show(system, params['number'] ?? '');
    if (found === undefined) refuse(req, res, 404);
    else write(res, 200, found);
  });

  server.get('/api/openapi.json', (_req, res, next) => {
    write(res, 200, api.document());
    next();
  });
  server.post('/api/cases', admit, jsonBody({ maxBytes, namesOnce: true }), submit);
  server.get('/api/cases/:number', admit, show);
}
