import { periodChoices } from '../../domain/metrics/period-choices';
import { ENTERPRISE, groupScope, MSC_SCOPES, periodKey, scopeKey } from '../../domain/metrics/question-key';
import { zoneOf, type Period, type Scope } from '../../domain/metrics/summary';
import type { Msc } from '../../domain/directory/directory';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Choice } from '../shared/card-value';
import { clip, oneLine } from '../shared/escape-text';

/** A title in as many bytes; a directory of long names must not make the card too large to send. */
const MAX_LENGTH = 90;
/** With less room than this a group is offered by its key alone. */
const KEY_ALONE = 0.5;

/** With so little room only the groups of the MSC shown are offered; any other is typed. */
const MIN = 0.1;

/**
 * What the metrics can be asked of: the enterprise, oneself, each MSC, each group that works cases; and what the card shows,
 * where that is a person. `room` is the share of the usual length that names are given.
 */
export function scopeChoices(shown: Scope, { directory }: DomainContext, room: number) {
  const short = (text: string): string => clip(oneLine(text), MAX_LENGTH);
  const groupTitle = (key: string, name: string): string =>
    room < KEY_ALONE
      ? short(key)
      : `${short(key)} · ${clip(oneLine(name), Math.floor(MAX_LENGTH * room) - 15)}`;
  const choice = (scope: Scope, title = short(scope.name)) => ({ title, value: scopeKey(scope) });
  const groups = directory.groups.filter(
    ({ level, msc }) => level !== 'program-office' && (room > MIN || isOf(shown, msc)),
  );
  const all = [
    choice(ENTERPRISE),
    { title: 'My own', value: 'me' },
    ...MSC_SCOPES.map((scope) => choice(scope)),
    // The key first: it is short, people know it, and it distinguishes groups whose names begin the same.
    ...groups.map((group) => choice(groupScope(group), groupTitle(group.key, group.name))),
  ];
  return withShown(all, choice(shown));
}

const isOf = (shown: Scope, msc: Msc | 'enterprise'): boolean => shown.kind === 'msc' && shown.key === msc;

/** The periods that can be chosen, by the days they are now, and the one shown where it is another. */
export function choicesOfPeriod(shown: Period, scope: Scope, context: DomainContext) {
  const zone = zoneOf(scope, context.directory);
  const all = periodChoices(context.now, zone).map(({ title, period }) => ({
    title: `${title} · ${period.name}`,
    value: periodKey(period, zone),
  }));
  return withShown(all, { title: clip(oneLine(shown.name), MAX_LENGTH), value: periodKey(shown, zone) });
}

/**
 * What is shown is among the choices, or the input would stand empty; and no two have one value: in October the last 12
 * months are the last fiscal year.
 */
function withShown(all: readonly Choice[], shown: Choice): readonly Choice[] {
  const distinct = all.filter(({ value }, place) => all.findIndex((one) => one.value === value) === place);
  return distinct.some(({ value }) => value === shown.value) ? distinct : [shown, ...distinct];
}
