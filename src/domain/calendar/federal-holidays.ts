/** When a holiday falls: on a date of a month, or on the nth weekday of it (`last` for the last). Sunday is 0. */
type Rule =
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: 1 | 2 | 3 | 4 | 'last' };

const MONDAY = 1;
const THURSDAY = 4;

/** The legal public holidays of the United States (5 U.S.C. 6103(a)); `since` where a law of this century added one. */
const FEDERAL_HOLIDAYS: readonly { readonly name: string; readonly since?: number; readonly on: Rule }[] = [
  { name: "New Year's Day", on: { month: 1, day: 1 } },
  { name: 'Birthday of Martin Luther King, Jr.', on: { month: 1, weekday: MONDAY, nth: 3 } },
  { name: "Washington's Birthday", on: { month: 2, weekday: MONDAY, nth: 3 } },
  { name: 'Memorial Day', on: { month: 5, weekday: MONDAY, nth: 'last' } },
  { name: 'Juneteenth National Independence Day', since: 2021, on: { month: 6, day: 19 } },
  { name: 'Independence Day', on: { month: 7, day: 4 } },
  { name: 'Labor Day', on: { month: 9, weekday: MONDAY, nth: 1 } },
  { name: 'Columbus Day', on: { month: 10, weekday: MONDAY, nth: 2 } },
  { name: 'Veterans Day', on: { month: 11, day: 11 } },
  { name: 'Thanksgiving Day', on: { month: 11, weekday: THURSDAY, nth: 4 } },
  { name: 'Christmas Day', on: { month: 12, day: 25 } },
];

/**
 * The days off for the federal holidays of some years, as observed (rule BT-3): ISO date → name. A Saturday's is the
 * Friday before, a Sunday's the Monday after, so 1 January may be observed in the year before: that day is included
 * where it is observed, with the year after `lastYear` looked at for it.
 */
export function federalHolidays(firstYear: number, lastYear: number): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (let year = firstYear; year <= lastYear + 1; year += 1) {
    for (const { name, since, on } of FEDERAL_HOLIDAYS) {
      if (since !== undefined && year < since) continue;
      const falls = fallsOn(on, year);
      const observed = observedFor(falls);
      const observedYear = observed.getUTCFullYear();
      if (observedYear < firstYear || observedYear > lastYear) continue;
      const moved = observed.getTime() !== falls.getTime();
      days.set(observed.toISOString().slice(0, 10), moved ? `${name} (observed)` : name);
    }
  }
  return days;
}

function fallsOn(rule: Rule, year: number): Date {
  if ('day' in rule) return new Date(Date.UTC(year, rule.month - 1, rule.day));
  if (rule.nth === 'last') {
    const end = new Date(Date.UTC(year, rule.month, 0));
    return shifted(end, -((end.getUTCDay() - rule.weekday + 7) % 7));
  }
  const first = new Date(Date.UTC(year, rule.month - 1, 1));
  return shifted(first, ((rule.weekday - first.getUTCDay() + 7) % 7) + (rule.nth - 1) * 7);
}

function observedFor(date: Date): Date {
  if (date.getUTCDay() === 6) return shifted(date, -1);
  return date.getUTCDay() === 0 ? shifted(date, 1) : date;
}

const shifted = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000);
