import type { Request, Response } from 'restify';
import { problemOf, type Problem } from '../ports/problem';

// The only texts for failed requests: they reveal no internals.
const WORDS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  400: ['BadRequest', 'The body is not a Bot Framework activity in JSON.'],
  401: ['Unauthorized', "The caller isn't authenticated."],
  403: ['Forbidden', 'This bot answers only Teams in the tenants it serves.'],
  404: ['NotFound', 'Not found.'],
  405: ['MethodNotAllowed', "This address doesn't support that method."],
  413: ['PayloadTooLarge', 'The body is larger than 256 KiB.'],
  415: ['UnsupportedMediaType', 'Send application/json in UTF-8 without a content encoding.'],
  421: ['Misdirected', 'This bot serves only its own machine, as localhost.'],
  503: ['Unavailable', 'The bot is stopping.'],
};

// The same to customers' systems, in the form of RFC 9457.
const PROBLEMS: Readonly<Record<number, readonly [kind: string, title: string]>> = {
  400: ['malformed', 'The body is not JSON.'],
  401: ['unauthorized', 'The API key is missing, unknown, or revoked.'],
  404: ['not-found', 'Not found.'],
  405: ['method-not-allowed', "This address doesn't support that method."],
  413: ['too-large', 'The body is larger than 256 KiB.'],
  415: ['not-json', 'Send application/json in UTF-8 without a content encoding.'],
  421: ['misdirected', 'This server serves only its own machine, as localhost.'],
  429: ['too-many-requests', 'This key has reached its request limit.'],
  503: ['stopping', 'The server is stopping. Send it again.'],
};

type Headers = Readonly<Record<string, string>>;

/** Writes a JSON answer once; a second one to the same request is dropped. */
export function write(res: Response, status: number, body?: unknown, headers: Headers = {}): void {
  if (res.headersSent) return;
  const text = body === undefined ? '' : JSON.stringify(body);
  const type = body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  res.writeHead(status, { ...type, ...headers, 'content-length': String(Buffer.byteLength(text)) });
  res.end(text);
}

/** Writes a problem as RFC 9457 has it. */
export function writeProblem(res: Response, problem: Problem, headers: Headers = {}): void {
  write(res, problem.status, problem, { 'content-type': 'application/problem+json', ...headers });
}

/**
 * Refuses a request by its status: a customer's system gets a problem, with a detail if there is one,
 * anyone else gets Teams' format.
 */
export function refuse(
  req: Request,
  res: Response,
  status: number,
  headers: Headers = {},
  detail?: string,
): void {
  if (isForSystems(req)) {
    const [kind, title] = PROBLEMS[status] ?? ['fault', 'The request could not be processed.'];
    writeProblem(res, problemOf(status, kind, title, detail === undefined ? {} : { detail }), headers);
    return;
  }
  const [code, message] = WORDS[status] ?? ['Error', 'The request could not be processed.'];
  write(res, status, { code, message }, headers);
}

const isForSystems = (req: Request): boolean => /^\/api\/(?:cases|openapi)/.test(req.url ?? '');
