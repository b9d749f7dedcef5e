import { DEFAULT_ZONE } from '../domain/calendar/site-calendars';
import { AGE_BANDS, ageBands, openedWithin, SLA_STATES } from '../domain/metrics/open-figures';
import type { OpenFigures, SlaState } from '../domain/metrics/open-figures';
import type { Scope } from '../domain/metrics/summary';
import type { BusinessCalendar } from '../domain/calendar/calendars';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { CaseCounting, OpenFilter } from '../ports/metrics';

/** How many reasons are top reasons (rule ME-5). */
const TOP = 5;
/** A group key that does not exist: it gets the calendar of groups that the directory no longer has. */
const NO_GROUP = '';

/** Which open cases are a scope's: those that its groups hold (rule ME-10), that a group holds, that a person has. */
export function openOf(scope: Scope, { directory }: DomainContext): OpenFilter {
  switch (scope.kind) {
    case 'enterprise':
      return {};
    case 'msc':
      return {
        groups: directory.groups.flatMap(({ key, msc, level }) =>
          msc === scope.key && level !== 'program-office' ? [key] : [],
        ),
      };
    case 'group':
      return { group: scope.key };
    case 'person':
      return { assignee: scope.key };
  }
}

/** The open cases of a scope, counted by the index (rule ME-5). */
export async function openFiguresOf(
  cases: CaseCounting,
  scope: Scope,
  context: DomainContext,
): Promise<OpenFigures> {
  const of = openOf(scope, context);
  const [count, noOlder, states, reasons] = await Promise.all([
    cases.countOpen(of),
    countNoOlder(cases, of, context),
    Promise.all(SLA_STATES.map((sla) => cases.countOpen({ ...of, sla }))),
    countReasons(cases, of, context),
  ]);
  const bySla = Object.fromEntries(SLA_STATES.map((sla, place) => [sla, states[place] ?? 0]));
  return {
    count,
    byAge: ageBands(noOlder, count),
    bySla: bySla as Record<SlaState, number>,
    topReasons: reasons
      .filter((reason) => reason.count > 0)
      .sort((a, b) => b.count - a.count)
      .slice(0, TOP),
  };
}

const countReasons = (cases: CaseCounting, of: OpenFilter, { policies }: DomainContext) => {
  // Cases of older policies may have reasons that are no longer offered.
  const names = Object.assign({}, ...policies.all.map(({ reasons }) => reasons)) as Record<string, string>;
  return Promise.all(
    Object.entries(names).map(async ([reason, name]) => ({
      key: reason,
      name,
      count: await cases.countOpen({ ...of, reason }),
    })),
  );
};

/** The bounds of the age bands but the last, which has none. */
const BOUNDS = AGE_BANDS.slice(0, -1).map(({ upTo }) => upTo);

/**
 * How many open cases are no older than each bound, each case by the calendar of the group in which it was created: all
 * of them by the default calendar, set right for the groups that have another. So those of groups that the directory no
 * longer has are counted too.
 */
async function countNoOlder(
  cases: CaseCounting,
  of: OpenFilter,
  { calendars, directory, now }: DomainContext,
): Promise<readonly number[]> {
  const standard = calendars.ofGroup(NO_GROUP);
  const others = new Map<BusinessCalendar, string[]>();
  for (const { key, zone, holidays } of directory.groups) {
    if (zone === DEFAULT_ZONE && holidays.length === 0) continue;
    const calendar = calendars.ofGroup(key);
    others.set(calendar, [...(others.get(calendar) ?? []), key]);
  }
  const [all, ...corrections] = await Promise.all([
    countUpTo(cases, of, standard, now),
    ...[...others].map(async ([calendar, startedIn]) => {
      const [own, byStandard] = await Promise.all([
        countUpTo(cases, { ...of, startedIn }, calendar, now),
        countUpTo(cases, { ...of, startedIn }, standard, now),
      ]);
      return own.map((count, place) => count - (byStandard[place] ?? 0));
    }),
  ]);
  return all.map((count, place) =>
    corrections.reduce((sum, correction) => sum + (correction[place] ?? 0), count),
  );
}

/** The same by one calendar: band by band, so that no case is counted for two bounds, and summed up. */
async function countUpTo(
  cases: CaseCounting,
  of: OpenFilter,
  calendar: BusinessCalendar,
  now: number,
): Promise<readonly number[]> {
  const since = BOUNDS.map((days) => openedWithin(days, now, calendar));
  const bands = await Promise.all(
    since.map((openedFrom, place) => {
      const openedBefore = since[place - 1];
      return cases.countOpen({ ...of, openedFrom, ...(openedBefore === undefined ? {} : { openedBefore }) });
    }),
  );
  let sum = 0;
  return bands.map((band) => (sum += band));
}
