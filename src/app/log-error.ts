import { join, sep } from 'node:path';
import { types } from 'node:util';
import { LoggableError } from '../ports/log';

/** The project's folder: paths in the log are relative to it, so they name no home folder. */
const ROOT = join(__dirname, '../..') + sep;
const MAX_FRAMES = 20;
const MAX_CAUSES = 3;
const NAME = /^[A-Za-z][A-Za-z0-9]{0,60}$/;
const CODE = /^[A-Za-z][A-Za-z0-9_.]{0,60}$/;
const FRAME =
  /^ +at (?:(?:async |new )*([\w.$<>#]{1,80})(?: \[as [\w.$]+\])? \()?(?:file:\/\/)?([^()]+:\d+:\d+)\)?$/;
const SAFE_PATH = /^[\w@./+-]+:\d+:\d+$/;

/** An error as the log keeps it. */
export interface LoggedError {
  /** The name of its class, or the kind of value that was thrown instead of an error. */
  readonly type: string;
  /** Only of a `LoggableError`. */
  readonly message?: string;
  /** The HTTP or SMTP status, or `timeout` and `network` of a send. */
  readonly status?: number | string;
  /** The code of the system, the database, Teams or the mail server, like ECONNREFUSED or 11000. */
  readonly code?: number | string;
  readonly syscall?: string;
  /** Where it came from: our own frames, and the one above them. */
  readonly stack?: readonly string[];
  readonly cause?: LoggedError;
}

/**
 * What the log may keep of an error: name, status, code, system call and our own stack frames. Its message is left out
 * unless the class is one of ours that promises to quote nobody (`LoggableError`): what Teams, a mail server, a database
 * or a check of input says quotes names, addresses and text. No properties either: SDK errors carry whole requests with
 * their tokens.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!types.isNativeError(error) && !(error instanceof Error)) return { type: typeof error };
  const fields = error as unknown as Readonly<Record<string, unknown>>;
  const status = [fields['statusCode'], fields['status'], fields['responseCode']].find(isStatus);
  const { code, syscall, cause } = fields;
  const stack = framesOf(error);
  return {
    type: NAME.test(error.name) ? error.name : 'Error',
    ...(error instanceof LoggableError ? { message: error.message } : {}),
    ...(status === undefined ? {} : { status }),
    ...(isCode(code) ? { code } : {}),
    ...(typeof syscall === 'string' && CODE.test(syscall) ? { syscall } : {}),
    ...(stack.length === 0 ? {} : { stack }),
    ...(cause === undefined || depth >= MAX_CAUSES ? {} : { cause: loggedError(cause, depth + 1) }),
  };
}

const isCode = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && CODE.test(value));
const isStatus = (value: unknown): value is number | string =>
  typeof value === 'number' || value === 'timeout' || value === 'network';

function framesOf({ stack = '', message }: Error): readonly string[] {
  // The message stands before the frames and may hold lines that look like some.
  const from = stack.indexOf(message);
  const lines = stack.slice(from < 0 ? 0 : from + message.length).split('\n');
  const frames = lines.flatMap((line) => frameOf(line, from >= 0) ?? []);
  const first = frames.findIndex(isOurs);
  return frames.filter((frame, index) => isOurs(frame) || index < Math.max(1, first)).slice(-MAX_FRAMES);
}

const isOurs = (frame: string): boolean => !frame.includes('node_modules/');

/** A frame with its path below the project; undefined for other lines and for Node's own frames. */
function frameOf(line: string, isNamed: boolean): string | undefined {
  const [, name, place] = FRAME.exec(line) ?? [];
  if (place?.startsWith(ROOT) !== true) return undefined;
  const path = place.slice(ROOT.length).replaceAll('\\', '/');
  if (!SAFE_PATH.test(path)) return undefined;
  return name === undefined || !isNamed ? path : `${name} (${path})`;
}
