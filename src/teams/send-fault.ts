import { SendFault } from '../ports/sender';

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

function header(response: unknown, name: string): string | undefined {
  if (!isFields(response) || !isFields(response['headers'])) return undefined;
  const { headers } = response;
  if (typeof headers['get'] !== 'function') return undefined;
  const value: unknown = (headers['get'] as (name: string) => unknown).call(headers, name);
  return typeof value === 'string' ? value : undefined;
}

/** The longest wait that Teams can ask for: a wrong header must not silence a conversation for days. */
const MAX_ASKED_MS = 3_600_000;

/** Retry-After in milliseconds. A date is measured against the answer's own date, so that no clock of ours matters. */
function retryAfterMs(response: unknown): number | undefined {
  const text = header(response, 'retry-after')?.trim();
  if (text === undefined) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(Math.round(Number(text) * 1000), MAX_ASKED_MS);
  const wait = Date.parse(text) - Date.parse(header(response, 'date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(0, wait), MAX_ASKED_MS);
}

/** A name like ConversationNotFound; a sentence in its place could quote someone. */
const codeOf = (code: unknown): string | undefined =>
  typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{0,60}$/.test(code) ? code : undefined;

/** What the connector client threw, as the fault that the outbox knows. */
export function sendFaultOf(error: unknown): SendFault {
  if (error instanceof SendFault) return error;
  if (!isFields(error)) return new SendFault('network');
  if (error['name'] === 'AbortError') return new SendFault('timeout');
  const status = error['statusCode'];
  const code = codeOf(error['code']);
  if (typeof status === 'number') return new SendFault(status, retryAfterMs(error['response']), code);
  return new SendFault('network', undefined, code);
}
