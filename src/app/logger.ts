import pino from 'pino';
import type { DestinationStream } from 'pino';
import type { LogLevel } from './config/settings';
import { loggedError } from './log-error';
import type { Log } from '../ports/log';

// What must never be written, wherever a caller puts it: secrets, and the words of customers and agents.
const SECRET = ['password', 'token', 'authorization', 'secret', 'mongoUri', 'said', 'text', 'email', 'phone'];
const REDACTED = SECRET.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

/** What callers choose is kept where it is a plain word, like a verb or the type of an activity. */
const plainWord = (value: unknown): unknown =>
  typeof value === 'string' && !/^[A-Za-z][A-Za-z./-]{0,60}$/.test(value) ? '[redacted]' : value;

/** The log: one JSON line an entry, on standard output unless a destination is given. Errors go under `err`, without
 * what they quote (`loggedError`). */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: (error: unknown) => loggedError(error), verb: plainWord, activity: plainWord },
      redact: { paths: REDACTED, censor: '[redacted]' },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
