import { readPeriod } from '../../domain/metrics/read-period';
import { zoneOf } from '../../domain/metrics/summary';
import type { MetricsQuestion } from '../../ports/metrics';
import { ok } from '../../domain/result';
import type { Result } from '../../domain/result';
import type { CommandContext } from '../../commands/command';
import { ENTERPRISE, scopeOfKey } from '../../domain/metrics/question-key';
import { exactScope, readScope } from './read-scope';

type Asking = Pick<CommandContext, 'actor' | 'directory' | 'now'>;

/**
 * Reads `[group or MSC] [period]` where nothing stands between the two: the longest end that is a period is the period.
 * Refuses with what is wrong: the period where the beginning names a scope, else the scope.
 */
export function readWords(words: string, asking: Asking): Result<MetricsQuestion> {
  const parts = words.trim().split(/\s+/).slice(0, 40);
  const split = (at: number): [string, string] => [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
  for (let at = 0; at < parts.length; at++) {
    const [scope, period] = split(at);
    if (period !== '' && readPeriod(period, asking.now, zoneOf(ENTERPRISE, asking.directory)).ok)
      return readBoth(scope, period, asking);
  }
  for (let at = parts.length; at > 0; at--) {
    const [scope, period] = split(at);
    if (exactScope(scope, asking) !== undefined) return readBoth(scope, period, asking);
  }
  // No group's name begins with a number, and a period often does: "2026-13" is meant for one.
  const all = parts.join(' ');
  return /^\d/.test(all) ? readBoth('', all, asking) : readBoth(all, '', asking);
}

/** Reads the two apart, each in words or as a button carries it. A group's period is in its own zone. */
export function readBoth(scopeWords: string, periodWords: string, asking: Asking): Result<MetricsQuestion> {
  const known = scopeOfKey(scopeWords, asking.directory);
  const scope = known === undefined ? readScope(scopeWords, asking) : ok(known);
  if (!scope.ok) return scope;
  const period = readPeriod(periodWords, asking.now, zoneOf(scope.value, asking.directory));
  return period.ok ? ok({ scope: scope.value, period: period.value }) : period;
}
