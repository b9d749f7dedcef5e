import { groupScope, MSC_SCOPES } from '../../domain/metrics/question-key';
import type { Scope } from '../../domain/metrics/summary';
import type { Directory } from '../../domain/directory/directory';
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
  const mscs = MSC_SCOPES.map((scope) => named(scope, scope.name, scope.key));
  const groups = directory.groups.map(groupScope).map((scope) => named(scope, scope.name, scope.key));
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
