import { isIsoDate } from '../../calendar/calendar-days';
import type { Day, Days } from '../days';
import { monthNamed } from './plain-period';
import {
  fiscalYear,
  iso,
  monthOfYear,
  quarterOfFiscalYear,
  quarterOfYear,
  unitBefore,
  unitOf,
  unitNamed,
  utc,
} from './units';

/** Days that have a name: these very days, or where no year is said those of each year that has them. */
export type Named = { readonly days: Days } | { readonly ofYear: (year: number) => Days | undefined };

/** What one form of words names, today being known: several where it is two things, undefined for other words. */
type Reader = (said: string, today: Day) => readonly Named[] | undefined;

const fixed = (days: Days | undefined): readonly Named[] | undefined =>
  days === undefined ? undefined : [{ days }];

const oneDay = (day: Day): Days => ({ from: day, to: day });

/** A day of a year; undefined where the month has no such day. */
function dayOfYear(year: number, month: number, day: number): Days | undefined {
  const written = `${monthOfYear(year, month).from.slice(0, 8)}${String(day).padStart(2, '0')}`;
  return isIsoDate(written) ? oneDay(written) : undefined;
}

/** The year that is said: 2026, this year, last year. */
function yearSaid(said: string, today: Day): number | undefined {
  if (/^20\d\d$/.test(said)) return Number(said);
  const year = Number(today.slice(0, 4));
  return said === 'this year' ? year : said === 'last year' ? year - 1 : undefined;
}

function fiscalYearSaid(said: string, today: Day): number | undefined {
  const digits = /^fy(\d\d)$/.exec(said)?.[1];
  if (digits !== undefined) return 2000 + Number(digits);
  if (said !== 'this fy' && said !== 'last fy') return undefined;
  const current = Number(unitOf(today, 'fiscal year').to.slice(0, 4));
  return said === 'this fy' ? current : current - 1;
}

/** Of a part of the year: that of the year said, or of each where none is. */
function inYear(
  said: string | undefined,
  today: Day,
  of: (year: number) => Days | undefined,
): readonly Named[] | undefined {
  if (said === undefined) return [{ ofYear: of }];
  const year = yearSaid(said, today);
  return year === undefined ? undefined : fixed(of(year));
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const YEAR = '(?: (?:of )?(20\\d\\d|this year|last year))?';
const DAY_FIRST = new RegExp(`^(\\d{1,2}) ([a-z]{3,9})${YEAR}$`);
const MONTH_FIRST = new RegExp(`^([a-z]{3,9}) (\\d{1,2})${YEAR}$`);
const MONTH = new RegExp(`^([a-z]{3,9})${YEAR}$`);

function dayNamed(day = '', word = '', year: string | undefined, today: Day): readonly Named[] | undefined {
  const month = monthNamed(word);
  return month === undefined ? undefined : inYear(year, today, (of) => dayOfYear(of, month, Number(day)));
}

const READERS: readonly Reader[] = [
  (said) => (/^20/.test(said) && isIsoDate(said) ? fixed(oneDay(said)) : undefined),
  (said) => {
    const [, year, month] = /^(20\d\d)-(0[1-9]|1[0-2])$/.exec(said) ?? [];
    return year === undefined ? undefined : fixed(monthOfYear(Number(year), Number(month)));
  },
  (said, today) => (said === 'today' ? fixed(oneDay(today)) : undefined),
  (said, today) => (said === 'yesterday' ? fixed(unitBefore(today, 'day')) : undefined),
  (said, today) => {
    const [, which, unit = ''] = /^(this|last) (\w+)$/.exec(said) ?? [];
    const of = unitNamed(unit);
    if (of === undefined) return undefined;
    return fixed(which === 'this' ? unitOf(today, of) : unitBefore(today, of));
  },
  (said, today) => {
    const year = yearSaid(said, today);
    return year === undefined ? undefined : fixed(unitOf(`${year}-01-01`, 'year'));
  },
  (said, today) => {
    const year = fiscalYearSaid(said, today);
    return year === undefined ? undefined : fixed(fiscalYear(year));
  },
  (said, today) => {
    const [, last, name = ''] = /^(last )?([a-z]+day)$/.exec(said) ?? [];
    const weekday = WEEKDAYS.indexOf(name) + 1;
    if (weekday === 0) return undefined;
    const back = (utc(today).weekday - weekday + 7) % 7;
    return fixed(oneDay(iso(utc(today).minus({ days: back === 0 && last !== undefined ? 7 : back }))));
  },
  (said, today) => {
    const [, day, month, year] = DAY_FIRST.exec(said) ?? [];
    return dayNamed(day, month, year, today);
  },
  (said, today) => {
    const [, month, day, year] = MONTH_FIRST.exec(said) ?? [];
    return dayNamed(day, month, year, today);
  },
  (said, today) => {
    const [, word = '', year] = MONTH.exec(said) ?? [];
    const month = monthNamed(word);
    return month === undefined ? undefined : inYear(year, today, (of) => monthOfYear(of, month));
  },
  (said, today) => {
    const [, which, word = ''] = /^(this|last) ([a-z]{3,9})$/.exec(said) ?? [];
    const month = monthNamed(word);
    if (month === undefined) return undefined;
    const year = Number(today.slice(0, 4));
    if (which === 'this') return fixed(monthOfYear(year, month));
    // In November "last October" is this year's to one and the year's before to another.
    const over = [year, year - 1].map((of) => monthOfYear(of, month)).filter(({ to }) => to < today);
    return over.map((days) => ({ days }));
  },
  (said, today) => {
    const [, before, nth, after] = /^(?:(.+) )?q([1-4])(?: (?:of )?(.+))?$/.exec(said) ?? [];
    if (nth === undefined || (before !== undefined && after !== undefined && before !== 'fiscal'))
      return undefined;
    return quarterNamed(Number(nth), before, after, today);
  },
  (said, today) => {
    const of = /^week (?:of|from|beginning|starting) (.+)/.exec(said)?.[1];
    if (of === undefined) return undefined;
    const days = namedDays(of, today).flatMap((named) => latestOf(named, today));
    return days.map(({ from }) => ({ days: unitOf(from, 'week') }));
  },
];

/** "Q1" is two things in this house: the first of the calendar year, and the first of the fiscal year. */
function quarterNamed(
  nth: number,
  before: string | undefined,
  after: string | undefined,
  today: Day,
): readonly Named[] | undefined {
  const fiscal: Named = { ofYear: (year) => quarterOfFiscalYear(year, nth) };
  const calendar: Named = { ofYear: (year) => quarterOfYear(year, nth) };
  const year = after ?? (before === 'fiscal' ? undefined : before);
  if (year === undefined) return before === 'fiscal' ? [fiscal] : [calendar, fiscal];
  const fiscalSaid = fiscalYearSaid(before === 'fiscal' ? year.replace(/^20/, 'fy') : year, today);
  if (fiscalSaid !== undefined) return fixed(quarterOfFiscalYear(fiscalSaid, nth));
  const said = before === 'fiscal' ? undefined : yearSaid(year, today);
  return said === undefined ? undefined : fixed(quarterOfYear(said, nth));
}

/** The days that plain words (`plainPeriod`) name; none where they name none, several where they are two things. */
export function namedDays(said: string, today: Day): readonly Named[] {
  for (const read of READERS) {
    const named = read(said, today);
    if (named !== undefined) return named;
  }
  return [];
}

/** No leap day is further off in the years of a period, 2000 to 2099. */
const MAX_YEARS = 4;
const yearsFrom = (day: Day, step: 1 | -1): readonly number[] =>
  Array.from({ length: MAX_YEARS + 2 }, (_, nth) => Number(day.slice(0, 4)) + step * (nth - 1));

/** The latest that has begun on a day: what is meant where no year is said. */
export function latestOf(named: Named, by: Day): readonly Days[] {
  if ('days' in named) return [named.days];
  const begun = yearsFrom(by, -1).flatMap((year) => named.ofYear(year) ?? []);
  return begun.filter(({ from }) => from <= by).slice(0, 1);
}

/** The first that begins on a day or later. */
export function firstOf(named: Named, from: Day): readonly Days[] {
  if ('days' in named) return [named.days];
  const coming = yearsFrom(from, 1).flatMap((year) => named.ofYear(year) ?? []);
  return coming.filter((days) => days.from >= from).slice(0, 1);
}
