import type { Next, Request, RequestHandler, Response } from 'restify';
import { refuse } from '../http-answer';
import { duplicateMember } from './duplicate-member';

/** How a body of JSON is read: at most so many bytes, and whether a member that is given twice is refused. */
interface JsonBody {
  readonly maxBytes: number;
  readonly namesOnce?: boolean;
}

type Read =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly status: 400 | 413; readonly detail?: string };

/**
 * Whether a request declares no charset or UTF-8, the only one of JSON (RFC 8259, 8.1): text of another would be taken
 * for what it does not say.
 */
export function isUtf8Declared(req: Pick<Request, 'headers'>): boolean {
  const declared = [...(req.headers['content-type'] ?? '').matchAll(/;\s*charset\s*=\s*"?([^";\s]*)/gi)];
  return declared.every(([, charset = '']) => charset.toLowerCase() === 'utf-8');
}

/** Reads the body as JSON into `req.body`. Bytes that are not UTF-8 are refused, never repaired: nobody sent what they would become. */
export const jsonBody =
  (how: JsonBody): RequestHandler =>
  (req: Request, res: Response, next: Next): void => {
    bytesOf(req, how.maxBytes).then(
      (bytes) => {
        const read = readJson(bytes, how);
        if (read.ok) {
          req.body = read.value;
          next();
          return;
        }
        refuse(req, res, read.status, {}, read.detail);
        next(false);
      },
      // The client is gone.
      () => {
        next(false);
      },
    );
  };

/** All bytes, or undefined if there are more: they are read to their end, so that the refusal is seen, but not kept. */
async function bytesOf(req: Request, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size > maxBytes ? undefined : Buffer.concat(chunks);
}

function readJson(bytes: Buffer | undefined, { namesOnce = false }: JsonBody): Read {
  if (bytes === undefined) return { ok: false, status: 413 };
  if (bytes.length === 0) return { ok: true, value: undefined };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { ok: false, status: 400, detail: "The body isn't valid UTF-8. Send JSON in UTF-8." };
  }
  try {
    const value: unknown = JSON.parse(text);
    const twice = namesOnce ? duplicateMember(text) : undefined;
    if (twice === undefined) return { ok: true, value };
    const detail = `The member ${JSON.stringify(twice)} appears twice. Send each member once.`;
    return { ok: false, status: 400, detail };
  } catch {
    return { ok: false, status: 400 };
  }
}
