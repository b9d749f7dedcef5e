import { DateTime } from 'luxon';
import { nearestGroup } from '../../commands/group-named';
import type { CommandContext } from '../../commands/command';
import { readPeriod } from '../../domain/metrics/read-period';
import { zoneOf } from '../../domain/metrics/summary';
import { MSC_NAMES } from '../../domain/people/directory';
import type { Directory } from '../../domain/people/directory';
import { faulty, refusal } from '../../domain/refusal';
import type { FieldFault } from '../../domain/refusal';
import { no, ok } from '../../domain/result';
import type { Result } from '../../domain/result';
import type { ReportAsked, ReportMonth, ReportScope } from '../../domain/reports/report';
import { monthOfKey, reportScopeOf } from '../../domain/reports/report-key';

const ENTERPRISE_WORDS = ['', 'all', 'dla', 'everything'];
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

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** Reads of what a report is asked, in words or as a button carries it: nothing is the enterprise. */
export function readReportScope(words: string, directory: Directory): Result<ReportScope> {
  const known = reportScopeOf(words.trim(), directory);
  if (known !== undefined) return ok(known);
  const wanted = plain(words.slice(0, 200));
  const enterprise = reportScopeOf('enterprise', directory);
  if (ENTERPRISE_WORDS.includes(wanted) && enterprise !== undefined) return ok(enterprise);
  const mscs = Object.entries(MSC_NAMES).map(([key, name]) => ({ kind: 'msc', key, name }) as const);
  const msc = mscs.find(({ key, name }) => [plain(key), plain(name)].includes(wanted));
  if (msc !== undefined) return ok(msc);
  const group = directory.groups.find(({ key, name }) => [plain(key), plain(name)].includes(wanted));
  if (group !== undefined) return ok({ kind: 'group', key: group.key, name: group.name });
  const begun = wanted.length < 3 ? [] : mscs.filter(({ name }) => plain(name).startsWith(wanted));
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return ok(only);
  const named = words.slice(0, 80);
  const nearest = nearestGroup(words, directory);
  const hint = nearest === '' ? 'Give an MSC or a group by name or key.' : `Did you mean ${nearest}?`;
  const fault = { field: 'scope', message: `There is no MSC or assignment group “${named}”. ${hint}` };
  return no(refusal('no-such-group', { group: named, nearest }, [fault]));
}

const MONTH_FORMS = 'Write last month, October 2026 or 2026-10.';

/** Reads a calendar month that has begun, in the zone of the scope; nothing written is the month that ended last. */
function readMonth(words: string, scope: ReportScope, { now, directory }: Asking): Result<ReportMonth> {
  const fault = (message: string): Result<never> => no(faulty([{ field: 'month', message }]));
  const zone = zoneOf(scope, directory);
  const read = readPeriod(words.trim() === '' ? 'last month' : words, now, zone);
  if (!read.ok) return fault(`“${words.slice(0, 80)}” is not a month. ${MONTH_FORMS}`);
  const { from, before } = read.value;
  const month = monthOfKey(DateTime.fromMillis(from, { zone }).toFormat('yyyy-MM'), scope, directory);
  if (month?.period.from !== from || month.period.before !== before)
    return fault(`A report is of one calendar month. ${MONTH_FORMS}`);
  return from > now ? fault(`${month.period.name} has not begun. ${MONTH_FORMS}`) : ok(month);
}

type Asking = Pick<CommandContext, 'now' | 'directory'>;

/** Reads both, and tells the faults of both at once, each at its field. */
export function readAsked(scope: string, month: string, asking: Asking): Result<ReportAsked> {
  const of = readReportScope(scope, asking.directory);
  const enterprise: ReportScope = { kind: 'enterprise', name: 'Enterprise' };
  const when = readMonth(month, of.ok ? of.value : enterprise, asking);
  if (of.ok && when.ok) return ok({ scope: of.value, month: when.value });
  const faults: FieldFault[] = [of, when].flatMap((read) => (read.ok ? [] : read.refusal.faults));
  // One fault keeps its own words; of several each is told at its field.
  if (!of.ok && when.ok) return of;
  return no(faulty(faults));
}
