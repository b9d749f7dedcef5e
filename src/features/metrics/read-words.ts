import { readPeriod } from '../../domain/metrics/read-period';
import type { Period, Scope } from '../../domain/metrics/summary';
import { DEFAULT_ZONE } from '../../domain/clocks/site-calendars';
import { ok } from '../../domain/result';
import type { Result } from '../../domain/result';
import type { World } from '../../domain/world';
import { exactScope, readScope } from './read-scope';

/** What metrics are asked of, and when. */
interface Asked {
  readonly scope: Scope;
  readonly period: Period;
}

/**
 * Reads `[group or MSC] [period]` where nothing stands between the two: the longest end that is a period is the period.
 * Refuses with what is wrong: the period where the beginning names a scope, else the scope.
 */
export function readWords(words: string, world: World): Result<Asked> {
  const parts = words.trim().split(/\s+/).slice(0, 40);
  const split = (at: number): [string, string] => [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
  for (let at = 0; at < parts.length; at++) {
    const [scope, period] = split(at);
    if (period !== '' && readPeriod(period, world.now, DEFAULT_ZONE).ok)
      return readBoth(scope, period, world);
  }
  for (let at = parts.length; at > 0; at--) {
    const [scope, period] = split(at);
    if (exactScope(scope, world.directory) !== undefined) return readBoth(scope, period, world);
  }
  // No group's name begins with a number, and a period often does: "2026-13" is meant for one.
  const all = parts.join(' ');
  return /^\d/.test(all) ? readBoth('', all, world) : readBoth(all, '', world);
}

/** Reads the two apart. A group's period is in its own zone. */
export function readBoth(scopeWords: string, periodWords: string, world: World): Result<Asked> {
  const scope = readScope(scopeWords, world.directory);
  if (!scope.ok) return scope;
  const group = scope.value.kind === 'group' ? world.directory.group(scope.value.key) : undefined;
  const period = readPeriod(periodWords, world.now, group?.zone ?? DEFAULT_ZONE);
  return period.ok ? ok({ scope: scope.value, period: period.value }) : period;
}
