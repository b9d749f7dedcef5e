import { MSC_NAMES, type Directory, type Group } from '../directory/directory';
import { daysOf } from './days';
import { MEASURES } from './measures';
import { zoneOf, type Measure, type Period, type Scope, type SharedScope } from './summary';

export const ENTERPRISE: SharedScope = { kind: 'enterprise', name: 'Enterprise' };

type ScopeOf<Kind extends Scope['kind']> = Extract<Scope, { readonly kind: Kind }>;

/** The major subordinate commands as scopes, in their order. */
export const MSC_SCOPES: readonly ScopeOf<'msc'>[] = Object.entries(MSC_NAMES).map(([key, name]) => ({
  kind: 'msc',
  key,
  name,
}));

/** An assignment group as a scope. */
export const groupScope = ({ key, name }: Pick<Group, 'key' | 'name'>): ScopeOf<'group'> => ({
  kind: 'group',
  key,
  name,
});

/** What one can ask for by itself: a measure of the scorecard, or the open cases (rule ME-5). */
export type AskedMeasure = Measure['key'] | 'open-cases';

/** A question about the figures: of what, when, and of one measure where one is asked (rule ME-6). */
interface Question {
  readonly scope: Scope;
  readonly period: Period;
  readonly measure?: AskedMeasure;
}

/** The scope as a button carries it: `enterprise`, `msc:aviation`, `group:L3-AVN`, `person:<object id>`. */
export const scopeKey = (scope: Scope): string =>
  scope.kind === 'enterprise' ? scope.kind : `${scope.kind}:${scope.key}`;

/** The scope of a key; undefined for what is none, or of whom the directory does not know (any more). */
export function scopeOfKey(key: string, directory: Directory): Scope | undefined {
  if (key === ENTERPRISE.kind) return ENTERPRISE;
  const [, kind, of = ''] = /^(msc|group|person):(.+)$/s.exec(key) ?? [];
  if (kind === 'msc') return MSC_SCOPES.find((msc) => msc.key === of);
  if (kind === 'group') {
    const group = directory.group(of);
    return group && groupScope(group);
  }
  const person = kind === 'person' ? directory.person(of) : undefined;
  return person && { kind: 'person', key: person.id, name: person.name };
}

/**
 * The days of a period as a button carries them, in the zone of its scope (`zoneOf`): `2026-10` for a month, `2026-10-05`
 * for a day, else `2026-10-01..2026-12-31`. `readPeriod` reads it back in the same zone, on whatever day. So two periods
 * have one key if they have the same days, however they were asked.
 */
export function periodKey(period: Period, zone: string): string {
  const { from, to } = daysOf(period, zone);
  if (from === to) return from;
  const month = from.slice(0, 7);
  const [year = 0, nth = 0] = month.split('-').map(Number);
  const last = new Date(Date.UTC(year, nth, 0)).toISOString().slice(0, 10);
  return from === `${month}-01` && to === last ? month : `${from}..${to}`;
}

/** The measure of a key, which is its own; undefined for what is none. */
export const measureOfKey = (key: string): AskedMeasure | undefined =>
  key === 'open-cases' ? key : MEASURES.find((row) => row.key === key)?.key;

/** What a button carries of a question, so that pressing it asks the very same: `scope`, `period` and, where one is asked, `measure`. */
export const questionKeys = (
  { scope, period, measure }: Question,
  directory: Directory,
): Readonly<Record<string, string>> => ({
  scope: scopeKey(scope),
  period: periodKey(period, zoneOf(scope, directory)),
  ...(measure === undefined ? {} : { measure }),
});
