import type { Server as HttpServer } from 'node:http';
import type { Activity, InvokeResponse, TurnContext } from 'botbuilder';
import { createServer, type Next, type Request, type Response, type Server } from 'restify';
import type { Config } from '../app/config/config';
import type { Page } from './pages/page';
import type { Log } from '../ports/log';
import type { TimeSource } from '../ports/time-source';
import { rejectionLog, type Later } from '../runtime/rejection-log';
import type { InFlight, WorkCounts } from '../runtime/in-flight';
import type { BotAdapter } from '../teams/adapter';
import { mountApi } from './api-routes';
import type { CustomerApi } from './bot-parts';
import { refuse, write } from './http-answer';
import type { Cloud } from '../teams/identity/clouds';
import { knowIssuer } from './http/know-issuer';
import { servedActivities } from '../teams/identity/served-activities';
import { isAddressed, isWithin, refuseAny, takePlainOnly } from './http/admission';
import { jsonBody } from './http/json-body';
import { closing, limitConnections, listen } from './http/listen';
import { mountPages } from './page-routes';
import { readActivity } from '../teams/read-activity';

const MAX_BODY_BYTES = 256 * 1024;
const MAX_STOP_MS = 10_000;

/** Telemetry as text, in the format that its content type names. */
export interface FiguresText {
  readonly contentType: string;
  text(): Promise<string>;
}

/** What the HTTP server needs. */
interface ServerParts {
  readonly config: Pick<Config, 'port' | 'host' | 'bot' | 'environment' | 'tenants' | 'trustProxy'>;
  readonly log: Log;
  readonly adapter: BotAdapter;
  readonly cloud: Cloud;
  readonly turn: (context: TurnContext) => Promise<void>;
  readonly inHand: InFlight;
  /** What customers' systems may do. */
  readonly api: CustomerApi;
  /** What is reached by a signed link. */
  readonly pages: readonly Page[];
  /** Any monotonic time. */
  readonly time: TimeSource;
  /** Throws if the store does not answer. */
  readonly ping: () => Promise<void>;
  /** The telemetry, served only to an anonymous bot's own machine: with a registration the port is public. */
  readonly figures?: FiguresText;
  /** How long `stop` waits for work in flight, in milliseconds; ten seconds by default. */
  readonly longestStopMs?: number;
  /** When the number of rejections is logged; by the timer by default. */
  readonly later?: Later;
}

/** What restify has and its types lack. */
interface Untyped extends Server {
  first(handler: (req: Request, res: Response) => boolean): void;
}

/** A listening server. */
export interface RunningServer {
  readonly port: number;
  /** Waits until no turn, or work after one, is in flight, as long as a stop would; whether all finished. */
  settled(): Promise<boolean>;
  /** What is in flight now. */
  work(): WorkCounts;
  /** Takes no more activities, waits for the turns in flight, closes. Safe to call again. */
  stop(): Promise<void>;
}

/** Starts the HTTP server; resolves when it listens. Throws a `ListenFault` if it cannot. */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const { config, log, adapter, cloud, turn, inHand, api, pages, time, ping } = parts;
  const anonymous = config.bot === undefined;
  const isServed = servedActivities(config, cloud, log);
  const rejections = rejectionLog(log, parts.later);
  let stopping: Promise<void> | undefined;

  async function runTurn(req: Request, res: Response, activity: Activity): Promise<void> {
    let known = false as boolean;
    let served = true as boolean;
    let answer: InvokeResponse | undefined;
    try {
      answer = await adapter.answer(req.headers.authorization ?? '', activity, async (context) => {
        known = true;
        served = isServed(context.activity);
        if (served) await turn(context);
      });
    } catch (error) {
      if (known) {
        // The adapter's own handler answers faults of a turn; this is a fault of that handler.
        log.error({ err: error }, 'A turn could not be answered');
        write(res, 500, { code: 'Error', message: 'The activity could not be processed.' });
        return;
      }
      // Whatever went wrong in checking the token, the caller is not authenticated. The error may quote the token: not logged.
      rejections('token', () => {
        log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'A caller was rejected');
      });
      refuse(req, res, 401);
      return;
    }
    // 403 and not an empty 200: it is not sent again, and whoever pressed a button sees that nothing was done.
    if (served) write(res, answer?.status ?? 200, answer?.body);
    else refuse(req, res, 403);
  }

  async function messages(req: Request, res: Response): Promise<void> {
    if (stopping !== undefined) {
      refuse(req, res, 503);
      return;
    }
    const read = readActivity(req.body, anonymous);
    if (!read.ok) {
      rejections('body', () => {
        log.warn({ fault: read.fault }, 'A request body was rejected');
      });
      refuse(req, res, 400);
      return;
    }
    await inHand.track('turns', runTurn(req, res, read.activity));
  }

  async function ready(_req: Request, res: Response): Promise<void> {
    if (stopping !== undefined) {
      write(res, 503, { ready: false, reason: 'stopping' });
      return;
    }
    try {
      await ping();
      write(res, 200, { ready: true });
    } catch (error) {
      rejections('readiness', () => {
        log.error({ err: error }, 'The database does not respond');
      });
      write(res, 503, { ready: false, reason: 'store' });
    }
  }

  // An empty name keeps the Server header away.
  const server = createServer({ name: '' });
  (server as Untyped).first(isAddressed);
  if (anonymous) {
    const rejected = (): void => log.warn({}, 'A request for another host name was rejected');
    (server as Untyped).first(isWithin(() => rejections('name', rejected)));
  }
  if (config.environment === 'training')
    server.pre((_req: Request, res: Response, next: Next) => {
      // A customer's system that is set to the wrong address sees it in every answer (rule AC-4).
      res.setHeader('casekeeper-environment', 'training');
      next();
    });
  // The listener's callback is left alone on purpose: restify would then write its own answer over this one.
  server.on('restifyError', (req: Request, res: Response, error: { statusCode?: number }) => {
    refuseAny(req, res, error.statusCode ?? 500);
  });
  server.use(takePlainOnly);
  server.get('/healthz', (_req, res, next) => {
    write(res, 200, { alive: true });
    next();
  });
  server.get('/readyz', ready);
  const { figures } = parts;
  if (figures !== undefined && anonymous) {
    server.get('/metrics', async (_req: Request, res: Response) => {
      const text = await figures.text();
      res.writeHead(200, { 'content-type': figures.contentType });
      res.end(text);
    });
  }
  server.post(
    '/api/messages',
    knowIssuer(adapter, log, rejections),
    jsonBody({ maxBytes: MAX_BODY_BYTES }),
    messages,
  );

  mountApi({
    server,
    api,
    log,
    rejections,
    inHand,
    maxBytes: MAX_BODY_BYTES,
    time,
    isStopping: () => stopping !== undefined,
  });
  const { trustProxy } = config;
  mountPages({ server, pages, log, inHand, time, trustProxy, isStopping: () => stopping !== undefined });

  const http = server.server as HttpServer;
  limitConnections(http);

  const port = await listen(server, config);
  server.on('error', (error: unknown) => {
    log.error({ err: error }, 'The HTTP server failed');
  });

  const settled = (): Promise<boolean> => inHand.finished(parts.longestStopMs ?? MAX_STOP_MS);

  async function stopOnce(): Promise<void> {
    const closeAll = closing(http);
    await settled();
    await closeAll();
    rejections.flush();
  }

  return {
    port,
    settled,
    work: () => inHand.counts(),
    stop: () => (stopping ??= stopOnce()),
  };
}
