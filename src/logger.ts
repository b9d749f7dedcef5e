import { randomInt } from 'node:crypto';
import pino from 'pino';
import type { DestinationStream } from 'pino';
import type { LogLevel } from './config';
import type { Log } from './ports/log';

// What must never be written, wherever a caller puts it: secrets, and the words of customers and agents.
const SECRET = ['password', 'token', 'authorization', 'secret', 'mongoUri', 'said', 'text', 'email', 'phone'];
const REDACTED = SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** An error as the log keeps it: its kind, message and stack; no properties, for SDK errors carry whole requests with their tokens. */
function plainError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const status: unknown = 'statusCode' in error ? error.statusCode : undefined;
  const code: unknown = 'code' in error ? error.code : undefined;
  return {
    type: error.name,
    message: error.message,
    stack: error.stack,
    ...(typeof status === 'number' ? { status } : {}),
    ...(typeof code === 'string' ? { code } : {}),
  };
}

/** The log: one JSON line an entry, on standard output unless a destination is given. Errors go under `err`. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: plainError },
      redact: { paths: REDACTED, censor: '[redacted]' },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

// Without 0 O 1 I L: a reference is read out over the telephone.
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A short reference by which a person's words and the log's entry are brought together, like 7F3K. */
export function faultReference(): string {
  return Array.from({ length: 4 }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');
}
