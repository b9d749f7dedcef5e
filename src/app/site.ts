import { readFileSync } from 'node:fs';
import { calendarsOf } from '../domain/calendar/site-calendars';
import type { Environment } from '../domain/kernel/environment';
import type { Directory, Group, Person } from '../domain/directory/directory';
import { readDirectory } from '../domain/directory/read-directory';
import { policiesOf } from '../domain/policy/load-policy';
import type { Policies } from '../domain/policy/policy';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { TimeSource } from '../ports/time-source';
import { projectFile } from '../runtime/project-file';

/** A site file that cannot be used; the message names the variable, the path in the file and the reason. */
export class SiteFault extends Error {
  override readonly name = 'SiteFault';
}

/** The demo's people and groups; seen from dist/ as from src/. */
export const DEMO_DIRECTORY_FILE = projectFile('env', 'demo-directory.json');

function readJson(variable: string, file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new SiteFault(
      `${variable}: the file cannot be read. Check that it exists and that Casekeeper has permission to read it.`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new SiteFault(`${variable}: the file is not JSON (${(error as Error).message}).`);
  }
}

const faultLines = (variable: string, faults: readonly { path: string; reason: string }[]): SiteFault =>
  new SiteFault(faults.map(({ path, reason }) => `${variable}: ${path}: ${reason}`).join('\n'));

/** The policies of the site: the manual's, with what `POLICY_FILE` changes. Throws a `SiteFault` with every fault. */
export function loadPolicies(file: string | undefined): Policies {
  const loaded = policiesOf(file === undefined ? undefined : readJson('POLICY_FILE', file));
  if (!loaded.ok) throw faultLines('POLICY_FILE', loaded.faults);
  return loaded.policies;
}

/** The groups and people of a directory file. Throws a `SiteFault` with every fault. */
export function loadDirectory(file: string): { groups: readonly Group[]; people: readonly Person[] } {
  const read = readDirectory(readJson('DIRECTORY_FILE', file));
  if (!read.ok) throw faultLines('DIRECTORY_FILE', read.faults);
  return read;
}

/** The context as it is at each call; calendars are made again only when the directory changed. */
export function domainContextOf(
  current: () => Directory,
  policies: Policies,
  time: TimeSource,
  environment: Environment,
): () => DomainContext {
  let seen = current();
  let calendars = calendarsOf(seen, policies);
  return () => {
    const directory = current();
    if (directory !== seen) {
      calendars = calendarsOf(directory, policies);
      seen = directory;
    }
    return { now: time.now(), directory, policies, calendars, environment };
  };
}
