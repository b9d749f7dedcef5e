import type { Scope } from '../../domain/metrics/summary';
import { MSC_NAMES } from '../../domain/people/directory';
import type { Directory } from '../../domain/people/directory';
import { plain } from './plain';

/** A scope and what it is called, plain; the first is its name. */
interface Named {
  readonly scope: Scope;
  readonly called: readonly string[];
}

/** What the MSCs, groups and people of a site are called, to be found without looking at each. */
interface Names {
  readonly all: readonly Named[];
  readonly exact: ReadonlyMap<string, readonly Scope[]>;
  readonly places: readonly Named[];
  /** People by each word of their names. */
  readonly people: ReadonlyMap<string, readonly Named[]>;
}

// A directory never changes; another one takes its place.
const known = new WeakMap<Directory, Names>();

/** The names of a site: gathered once for a directory, as a line asks for them at each of its words. */
export function namesOf(directory: Directory): Names {
  const before = known.get(directory);
  if (before !== undefined) return before;
  const mscs = Object.entries(MSC_NAMES).map(([key, name]) => named({ kind: 'msc', key, name }, name, key));
  const groups = directory.groups.map(({ key, name }) => named({ kind: 'group', key, name }, name, key));
  const people = directory.people.map(({ id, name, email }) =>
    named({ kind: 'person', key: id, name }, name, id, email),
  );
  const all = [...mscs, ...groups, ...people];
  const names = {
    all,
    exact: gathered(
      all,
      ({ called }) => called,
      ({ scope }) => scope,
    ),
    places: [...mscs, ...groups],
    people: gathered(
      people,
      ({ called: [name = ''] }) => name.split(' '),
      (one) => one,
    ),
  };
  known.set(directory, names);
  return names;
}

const named = (scope: Scope, ...called: readonly string[]): Named => ({ scope, called: called.map(plain) });

function gathered<T>(
  all: readonly Named[],
  keysOf: (one: Named) => readonly string[],
  valueOf: (one: Named) => T,
): ReadonlyMap<string, readonly T[]> {
  const map = new Map<string, T[]>();
  for (const one of all)
    for (const key of new Set(keysOf(one))) {
      const there = map.get(key);
      if (there === undefined) map.set(key, [valueOf(one)]);
      else there.push(valueOf(one));
    }
  return map;
}
