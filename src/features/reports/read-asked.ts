import { readSharedScope } from '../../commands/resolve/shared-scope';
import type { Asker } from '../../commands/command';
import { isoDateIn } from '../../domain/calendar/calendar-days';
import { monthOf } from '../../domain/metrics/days';
import { readPeriod } from '../../domain/metrics/read-period';
import { ENTERPRISE } from '../../domain/metrics/question-key';
import { zoneOf, type SharedScope } from '../../domain/metrics/summary';
import { faulty, no, ok, type FieldFault, type Result } from '../../domain/kernel/refusal';
import type { ReportAsked, ReportMonth } from '../../domain/reports/report';
import { monthOfKey } from '../../domain/reports/report-key';

/** When a form of words is looked at alone: what day it is makes no difference to that. */
const ANY_DAY = Date.UTC(2026, 0, 15);

/** Splits `[scope] [month]`, between which nothing stands: the longest end that is a period is the month. */
export function splitAsked(rest: string): { readonly scope?: string; readonly month?: string } {
  const parts = rest.trim().split(/\s+/).slice(0, 20);
  for (let at = 0; at < parts.length; at += 1) {
    const month = parts.slice(at).join(' ');
    if (month !== '' && readPeriod(month, ANY_DAY, 'utc').ok)
      return given(parts.slice(0, at).join(' '), month);
  }
  const all = parts.join(' ');
  // No group's name begins with a number, and a month often does: "2026-13" is meant for one.
  return /^\d/u.test(all) ? given('', all) : given(all, '');
}

const given = (scope: string, month: string): { scope?: string; month?: string } => ({
  ...(scope === '' ? {} : { scope }),
  ...(month === '' ? {} : { month }),
});

const MONTH_FORMS = 'Enter last month, October 2026, or 2026-10.';

/** Reads a calendar month that has begun, in the zone of the scope; nothing written is the month that ended last. */
function readMonth(words: string, scope: SharedScope, { now, directory }: Asker): Result<ReportMonth> {
  const fault = (message: string): Result<never> => no(faulty([{ field: 'month', message }]));
  const zone = zoneOf(scope, directory);
  const read = readPeriod(words.trim() === '' ? 'last month' : words, now, zone);
  if (!read.ok) return fault(`“${words.slice(0, 80)}” isn't a month. ${MONTH_FORMS}`);
  const { from, before } = read.value;
  const month = monthOfKey(monthOf(isoDateIn(zone, from)), scope, directory);
  if (month?.period.from !== from || month.period.before !== before)
    return fault(`A report covers one calendar month. ${MONTH_FORMS}`);
  return from > now ? fault(`${month.period.name} hasn't begun yet. ${MONTH_FORMS}`) : ok(month);
}

/** Reads both, and reports the faults of both at once, each at its field. */
export function readAsked(scope: string, month: string, asker: Asker): Result<ReportAsked> {
  const of = readSharedScope(scope, asker);
  const when = readMonth(month, of.ok ? of.value : ENTERPRISE, asker);
  if (of.ok && when.ok) return ok({ scope: of.value, month: when.value });
  const faults: FieldFault[] = [of, when].flatMap((read) => (read.ok ? [] : read.refusal.faults));
  // A single fault keeps its own refusal; several are shown at their fields.
  if (!of.ok && when.ok) return of;
  return no(faulty(faults));
}
