import { distance } from 'fastest-levenshtein';
import { ENTERPRISE, groupScope, scopeOfKey } from '../../domain/metrics/question-key';
import type { Scope } from '../../domain/metrics/summary';
import type { Person } from '../../domain/directory/directory';
import type { Asker } from '../command';
import { nearestGroup } from '../group-named';
import { no, ok, refusal, type Result } from '../../domain/kernel/refusal';
import { namesOf } from './names-of';
import { plain } from './plain';

/** Who names a scope, and the site's people and groups. */
export type Namer = Pick<Asker, 'actor' | 'directory'>;

/** How far a reading is from what was written: these very words or a key; a part of a name; a slip of the pen. */
export type Nearness = 'exact' | 'part' | 'slip';

/** What words can be of, all of it equally near. */
export interface ScopesNamed {
  readonly nearness: Nearness;
  readonly scopes: readonly Scope[];
}

const ENTERPRISE_WORDS = [
  'enterprise',
  'all',
  'everything',
  'everyone',
  'overall',
  'dla',
  'agency',
  'all of us',
];
const OWN_WORDS = ['me', 'i', 'my', 'mine', 'myself', 'my own'];
const OWN_GROUP_WORDS = [
  'my group',
  'my groups',
  'my team',
  'my teams',
  'our group',
  'our groups',
  'our team',
];
/** A slip of the pen is forgiven; a name that only looks a little alike is not. */
const MAX_SLIPS = 2;
const MIN_LETTERS = 3;
/** In a shorter name a slip makes another name. */
const MIN_LETTERS_OF_SLIP = 6;

const ofPerson = ({ id, name }: Person): Scope => ({ kind: 'person', key: id, name });

/**
 * What words can be of: the enterprise, an MSC, a group or a person by name, key or a part of the name, or the namer's own;
 * with `forgiving`, by a name that is a slip of the pen away. Undefined where it is nothing of these.
 */
export function scopesNamed(words: string, namer: Namer, forgiving = false): ScopesNamed | undefined {
  const known = scopeOfKey(words.trim(), namer.directory);
  if (known !== undefined) return { nearness: 'exact', scopes: [known] };
  const wanted = plain(words);
  if (wanted === '') return undefined;
  const tries: readonly (readonly [Nearness, () => readonly Scope[]])[] = [
    ['exact', () => exactly(wanted, namer)],
    ['part', () => placesLike(wanted, namer)],
    ['part', () => peopleLike(wanted, namer)],
    ['slip', () => (forgiving ? nearest(wanted, namer) : [])],
  ];
  for (const [nearness, find] of tries) {
    const scopes = find();
    if (scopes.length > 0) return { nearness, scopes };
  }
  return undefined;
}

/** Reads a scope alone: nothing is the enterprise. Refuses what is none, with the nearest group, and what is several. */
export function readScope(words: string, namer: Namer): Result<Scope> {
  const named = words.trim() === '' ? [ENTERPRISE] : (scopesNamed(words, namer, true)?.scopes ?? []);
  const [scope, ...others] = named;
  const said = words.slice(0, 80);
  if (scope === undefined) {
    const near = nearestGroup(words, namer.directory);
    const hint = near === '' ? '' : `Did you mean ${near}? `;
    const message = `“${said}” isn't a group, MSC, or person. ${hint}Use one such as aviation or me.`;
    return no(refusal('no-such-group', { group: said, nearest: near }, [{ field: 'scope', message }]));
  }
  if (others.length === 0) return ok(scope);
  const candidates = named.map(({ name }) => name).join(' or ');
  const message = `“${said}” could be ${candidates}. Enter one of them.`;
  return no(refusal('ambiguous', { what: said, candidates }, [{ field: 'scope', message }]));
}

/** Whom "we" are: the primary group of who asks, else the enterprise. */
export function us({ actor, directory }: Namer): Scope {
  const primary = actor.primary === undefined ? undefined : directory.group(actor.primary);
  return primary === undefined ? ENTERPRISE : groupScope(primary);
}

/** The groups of who asks: the primary one where they have one. */
function ownGroups(namer: Namer): readonly Scope[] {
  const we = us(namer);
  return we.kind === 'group' ? [we] : namer.directory.groupsOf(namer.actor.id).map(groupScope);
}

function exactly(wanted: string, namer: Namer): readonly Scope[] {
  const { actor, directory } = namer;
  if (ENTERPRISE_WORDS.includes(wanted)) return [ENTERPRISE];
  if (OWN_WORDS.includes(wanted)) return [ofPerson(actor)];
  if (OWN_GROUP_WORDS.includes(wanted)) return ownGroups(namer);
  return namesOf(directory).exact.get(wanted) ?? [];
}

/** The MSCs and groups whose name or key begins so, or has these whole words. */
function placesLike(wanted: string, { directory }: Namer): readonly Scope[] {
  if (wanted.length < MIN_LETTERS) return [];
  // A line asks this of each of its stretches, most of them longer than any name.
  const like = (called: string): boolean =>
    called.length >= wanted.length && (called.startsWith(wanted) || hasWords(called, wanted));
  return scopesOf(namesOf(directory).places.filter(({ called }) => called.some(like)));
}

/** The people whose name has these whole words. */
function peopleLike(wanted: string, { directory }: Namer): readonly Scope[] {
  if (wanted.length < MIN_LETTERS) return [];
  const [first = ''] = wanted.split(' ');
  const some = namesOf(directory).people.get(first) ?? [];
  return scopesOf(some.filter(({ called: [name = ''] }) => hasWords(name, wanted)));
}

const scopesOf = (all: readonly { readonly scope: Scope }[]): readonly Scope[] =>
  all.map(({ scope }) => scope);

/** Whether a name has these words, whole and in their order. */
function hasWords(name: string, wanted: string): boolean {
  let at = 0;
  const words = name.split(' ');
  for (const word of wanted.split(' ')) {
    at = words.indexOf(word, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The names that are a slip of the pen away, the fewest slips alone. */
function nearest(wanted: string, { directory }: Namer): readonly Scope[] {
  if (wanted.length < MIN_LETTERS_OF_SLIP) return [];
  const far = namesOf(directory).all.flatMap(({ scope, called: [name = ''] }) =>
    // Names whose lengths differ by more are further away than that, too.
    Math.abs(name.length - wanted.length) > MAX_SLIPS ? [] : [{ scope, slips: slips(name, wanted) }],
  );
  const fewest = Math.min(MAX_SLIPS, ...far.map((each) => each.slips));
  return scopesOf(far.filter((each) => each.slips === fewest));
}

const slips = (name: string, wanted: string): number =>
  Math.abs(name.length - wanted.length) > MAX_SLIPS ? Infinity : distance(name, wanted);
