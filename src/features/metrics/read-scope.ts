import { distance } from 'fastest-levenshtein';
import { nearestGroup } from '../../commands/group-named';
import { scopeOfKey } from '../../domain/metrics/question-key';
import type { Scope } from '../../domain/metrics/summary';
import { MSC_NAMES } from '../../domain/people/directory';
import type { Directory, Person } from '../../domain/people/directory';
import { refusal } from '../../domain/refusal';
import { no, ok } from '../../domain/result';
import type { Result } from '../../domain/result';

export const ENTERPRISE: Scope = { kind: 'enterprise', name: 'Enterprise' };
const ENTERPRISE_WORDS = ['', 'enterprise', 'all', 'everything', 'dla'];
const OWN_WORDS = ['me', 'mine', 'my own'];
/** A slip of the pen is forgiven; a name that only looks a little alike is not. */
const MOST_SLIPS = 2;
const FEWEST_LETTERS = 3;

/** Who asks, and the site's people and groups. */
interface Asking {
  readonly actor: Person;
  readonly directory: Directory;
}

/** Reads of what metrics are asked: nothing or "enterprise", an MSC by name or nearly so, a group by key or name, a person. */
export function readScope(words: string, asking: Asking): Result<Scope> {
  const { directory } = asking;
  const exact = exactScope(words, asking);
  if (exact !== undefined) return ok(exact);
  const near = nearMsc(words);
  if (near !== undefined) return ok(near);
  const group = words.slice(0, 80);
  return no(refusal('no-such-group', { group, nearest: nearestGroup(words, directory) }));
}

/** The scope that is named by these very words, however they are spaced and written large. */
export function exactScope(words: string, { actor, directory }: Asking): Scope | undefined {
  // As a button carries it.
  const keyed = scopeOfKey(words, directory);
  if (keyed !== undefined) return keyed;
  const wanted = plain(words);
  if (ENTERPRISE_WORDS.includes(wanted)) return ENTERPRISE;
  if (OWN_WORDS.includes(wanted)) return ofPerson(actor);
  const msc = MSCS.find(({ key, name }) => plain(key) === wanted || plain(name) === wanted);
  if (msc !== undefined) return msc;
  const group = directory.groups.find(({ key, name }) => plain(key) === wanted || plain(name) === wanted);
  if (group !== undefined) return { kind: 'group', key: group.key, name: group.name };
  // Of two people of one name neither is meant for sure: by name only who is alone with it.
  const [person, another] = directory.people.filter(({ id, name }) => id === words || plain(name) === wanted);
  return person === undefined || another !== undefined ? undefined : ofPerson(person);
}

const ofPerson = ({ id, name }: Person): Scope => ({ kind: 'person', key: id, name });

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

const MSCS: readonly Extract<Scope, { kind: 'msc' }>[] = Object.entries(MSC_NAMES).map(([key, name]) => ({
  kind: 'msc',
  key,
  name,
}));

/** The one MSC whose name begins so, or that is a slip of the pen away. */
function nearMsc(words: string): Scope | undefined {
  const wanted = plain(words.slice(0, 80));
  if (wanted.length < FEWEST_LETTERS) return undefined;
  const begun = MSCS.filter(({ name }) => plain(name).startsWith(wanted));
  if (begun.length === 1) return begun[0];
  return MSCS.find(({ name }) => distance(plain(name), wanted) <= MOST_SLIPS);
}
