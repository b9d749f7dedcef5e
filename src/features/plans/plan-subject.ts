import { scopesNamed } from '../../commands/resolve/scope-named';
import { readSharedScope } from '../../commands/resolve/shared-scope';
import type { CommandContext } from '../../commands/command';
import type { Given } from '../../commands/forms/fields';
import { daysOf, monthOf, type Span } from '../../domain/metrics/days';
import { closedMonth, siteCalendar } from '../../domain/metrics/month-close';
import { ENTERPRISE, groupScope, scopeKey } from '../../domain/metrics/question-key';
import { readPeriod } from '../../domain/metrics/read-period';
import { zoneOf, type Measure, type SharedScope } from '../../domain/metrics/summary';
import { MSC_NAMES } from '../../domain/directory/directory';
import { mayPlan } from '../../domain/plans/plan-owner';
import { faulty, no, ok, type Result } from '../../domain/kernel/refusal';
import { readMeasure } from './plan-words';

/** Of which measure, whose, and in which month. */
export interface Subject {
  readonly measure: Measure['key'];
  readonly scope: SharedScope;
  readonly month: Span;
}

/** Reads the inputs `measure`, `scope` and `period`; each fault at its field; an empty input is missing. */
export function readSubject(given: Given, context: CommandContext): Result<Subject> {
  const measure = readMeasure(given['measure'] ?? '');
  const scope = readScope(given, context);
  if (!scope.ok) return scope;
  if (!measure.ok) return measure;
  const month = readMonth(given['period'] ?? '', scope.value, context);
  return month.ok ? ok({ measure: measure.value, scope: scope.value, month: month.value }) : month;
}

/** The scope as it was named; the person's own if none was. */
export const namedScope = ({ scope = '' }: Given, context: CommandContext): string =>
  scope === '' ? scopeKey(ownScope(context)) : scope;

/** Whether people alone are named, by key, by name or as oneself: nobody plans for one person. */
function isPerson(named: string, context: CommandContext): boolean {
  const { scopes = [] } = scopesNamed(named, context) ?? {};
  // The key of a person who left matches nobody.
  return scopes.length === 0 ? named.startsWith('person:') : scopes.every(({ kind }) => kind === 'person');
}

/** The scope that is named, or the person's own; a fault is at its field. */
export function readScope(given: Given, context: CommandContext): Result<SharedScope> {
  const named = namedScope(given, context);
  if (!isPerson(named, context)) return readSharedScope(named, context);
  const message = 'An action plan is for the enterprise, an MSC, or a group, not for one person. Choose one.';
  return no(faulty([{ field: 'scope', message }]));
}

/**
 * The scope to choose in the place of one person: a group of theirs that the reader may plan for, their primary one
 * first, else the reader's own. Undefined where nobody is named.
 */
export function scopeInsteadOf(given: Given, context: CommandContext): SharedScope | undefined {
  const { actor, directory } = context;
  const named = namedScope(given, context);
  if (!isPerson(named, context)) return undefined;
  const [scope] = scopesNamed(named, context)?.scopes ?? [];
  const person = scope?.kind === 'person' ? directory.person(scope.key) : undefined;
  const groups = person === undefined ? [] : directory.groupsOf(person.id);
  const primaryFirst = [...groups.filter(({ key }) => key === person?.primary), ...groups];
  const theirs = primaryFirst.map(groupScope);
  return theirs.find((scope) => mayPlan(actor, scope, directory)) ?? ownScope(context);
}

/** The month that is meant by a period: its last one that has begun; without a period the latest that is closed. */
export function readMonth(
  period: string,
  scope: SharedScope,
  { calendars, directory, now }: CommandContext,
): Result<Span> {
  if (period === '') return ok(closedMonth(now, siteCalendar(calendars)).month);
  const zone = zoneOf(scope, directory);
  const read = readPeriod(period, now, zone);
  if (!read.ok) return read;
  const { from, before } = read.value;
  return ok(monthOf(daysOf({ from, before: Math.min(before, Math.max(from, now) + 1), name: '' }, zone).to));
}

/** The default scope: the person's own. */
function ownScope({ actor, directory }: CommandContext): SharedScope {
  const analyses = actor.roles.includes('business-process-analyst') ? actor.msc : undefined;
  if (analyses !== undefined) return { kind: 'msc', key: analyses, name: MSC_NAMES[analyses] };
  const group = directory.groups.find(
    ({ gatekeepers, supervisors }) => gatekeepers.includes(actor.id) || supervisors.includes(actor.id),
  );
  if (group !== undefined && !actor.roles.includes('program-office')) return groupScope(group);
  return ENTERPRISE;
}
