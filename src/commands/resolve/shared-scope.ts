import { ENTERPRISE } from '../../domain/metrics/question-key';
import type { Scope, SharedScope } from '../../domain/metrics/summary';
import { no, ok, refusal, type Result } from '../../domain/kernel/refusal';
import { nearestGroup } from '../group-named';
import { scopesNamed, type Namer } from './scope-named';

const isShared = (scope: Scope): scope is SharedScope => scope.kind !== 'person';
/** "report for aviation": said around a name. */
const AROUND = /^(?:for|of|in|at) (?:the )?/iu;

/**
 * Reads the scope of a report or an action plan, in words or as a button carries it (`scopeKey`); nothing is the
 * enterprise. Refuses at the field `scope` what is none, with the nearest group, what is several, and a person.
 */
export function readSharedScope(words: string, namer: Namer): Result<SharedScope> {
  const named = words.trim().replace(/\s+/gu, ' ').slice(0, 200).replace(AROUND, '');
  if (named === '') return ok(ENTERPRISE);
  const found = scopesNamed(named, namer, true)?.scopes ?? [];
  const all = found.filter(isShared);
  const mscs = all.filter(({ kind }) => kind === 'msc');
  // An MSC is meant before the groups that bear its name.
  const shared = mscs.length === 1 ? mscs : all;
  const [scope, ...others] = shared;
  if (scope !== undefined && others.length === 0) return ok(scope);
  const said = named.slice(0, 80);
  const fault = (message: string) => [{ field: 'scope', message }];
  if (scope !== undefined) {
    const candidates = shared.map(({ name }) => name).join(' or ');
    const message = `“${said}” could be ${candidates}. Enter one of them.`;
    return no(refusal('ambiguous', { what: said, candidates }, fault(message)));
  }
  if (found.length > 0) {
    const message = `“${said}” is a person. Enter the name or key of an MSC or an assignment group.`;
    return no(refusal('no-such-group', { group: said, nearest: '' }, fault(message)));
  }
  const nearest = nearestGroup(named, namer.directory);
  const hint = nearest === '' ? 'Enter the name or key of an MSC or a group.' : `Did you mean ${nearest}?`;
  const message = `“${said}” isn't an MSC or an assignment group. ${hint}`;
  return no(refusal('no-such-group', { group: said, nearest }, fault(message)));
}
