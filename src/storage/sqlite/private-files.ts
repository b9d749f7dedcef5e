import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { StorageFault } from '../faults';

const DIRECTORY = 0o700;
const FILE = 0o600;
/** Anyone may write into it, and only a file's owner may remove it: a shared place, such as /tmp. */
const STICKY = 0o1000;
const EVERY_MODE_BIT = 0o777;
/** What this program keeps there: the database, its log, the locks, and copies of them that are named after them. */
const OURS = /^casekeeper\./;
/** Windows has no such modes: access lists protect the directory there. */
const hasModes = process.platform !== 'win32';

/** What SQLite writes; a copy beside it may be for reading only. */
const WRITTEN = /^casekeeper\.(?:lock\.)?db(?:-wal|-shm)?$/;

/** How permissions are set and asked for; as `chmod` and `access` of the operating system. */
interface Modes {
  readonly chmod: (path: string, mode: number) => void;
  readonly access?: (path: string, mode: number) => void;
}

const codeOf = (cause: unknown): string => (cause as NodeJS.ErrnoException).code ?? 'no code';

/**
 * Makes the data directory where it is missing, and closes it and the program's files in it to every other account:
 * customers' names, addresses, and phone numbers are in them. Throws a `StorageFault` that says why where the
 * directory or a file of the database cannot be written, the directory is shared with others on purpose, or keeps looser permissions.
 */
export function prepareDataDir(dataDir: string, modes: Modes = { chmod: chmodSync }): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: DIRECTORY });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (cause) {
    const message = `The data directory ${dataDir} cannot be written (${codeOf(cause)}). Set DATA_DIR to a directory that can.`;
    throw new StorageFault('data-dir', message, { cause });
  }
  if (!hasModes) return;
  if ((statSync(dataDir).mode & STICKY) !== 0)
    throw new StorageFault(
      'data-dir',
      `The data directory ${dataDir} is a shared directory. Set DATA_DIR to a directory that only Casekeeper uses.`,
    );
  tighten(dataDir, DIRECTORY, modes);
  for (const name of readdirSync(dataDir)) {
    const file = join(dataDir, name);
    if (!OURS.test(name) || statSync(file, { throwIfNoEntry: false })?.isFile() !== true) continue;
    tighten(file, FILE, modes);
    if (WRITTEN.test(name)) mustBeWritable(file, modes);
  }
}

function mustBeWritable(file: string, { access = accessSync }: Modes): void {
  try {
    access(file, constants.R_OK | constants.W_OK);
  } catch (cause) {
    // The log of another process's database may disappear between two checks.
    if (codeOf(cause) === 'ENOENT') return;
    const message = `The file ${file} cannot be written (${codeOf(cause)}). Give the account that runs Casekeeper the right to write it.`;
    throw new StorageFault('data-dir', message, { cause });
  }
}

/**
 * Makes an empty file that only this account can open, if there is none; whether it made it. SQLite gives the log and
 * the index beside a database the database's own permissions. A file that is there is never opened here: closing it would
 * take away the locks that this process holds on it.
 */
export function makePrivate(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', FILE));
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false;
    throw new StorageFault('data-dir', `The file ${file} cannot be made (${codeOf(cause)}).`, { cause });
  }
}

const modeOf = (path: string): number | undefined => {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.mode & EVERY_MODE_BIT;
};

/** Removes permissions beyond `allowed`. Throws a `StorageFault` if it cannot. */
function tighten(path: string, allowed: number, { chmod }: Modes): void {
  const isLoose = (): boolean => ((modeOf(path) ?? 0) & ~allowed) !== 0;
  if (!isLoose()) return;
  let why = 'the file system ignores permissions';
  try {
    chmod(path, (modeOf(path) ?? 0) & allowed);
  } catch (cause) {
    // The log of another process's database may disappear between two checks.
    if (codeOf(cause) === 'ENOENT') return;
    why = codeOf(cause);
  }
  if (!isLoose()) return;
  throw new StorageFault(
    'data-dir',
    `Other accounts can open ${path}, and its permissions cannot be restricted to ${allowed.toString(8)} (${why}). ` +
      'Make the account that runs Casekeeper its owner, or set DATA_DIR to a directory that it owns.',
  );
}
