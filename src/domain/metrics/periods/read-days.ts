import type { Day, Days } from '../days';
import { plainPeriod } from './plain-period';
import { firstOf, latestOf, namedDays, type Named } from './named-days';
import { iso, unitBefore, unitOf, unitNamed, utc } from './units';

/** What one form of words says; undefined for other words. */
type Reader = (said: string, today: Day) => readonly Days[] | undefined;

/** The longest that a period may be, in days: ten years, with which every figure is a sum of a few hundred rollups. */
const MAX_DAYS = 3_660;
const DAY_MS = 86_400_000;
/** Days outside of these are no period: nothing was counted on them, and reckoning back from them ends nowhere. */
const [FIRST_DAY, LAST_DAY] = ['2000-01-01', '2099-12-31'];
/** A longer text says no period, nor does one with nothing of these in it. */
const MAX_LENGTH = 100;
const NEEDED = /\d|day|week|month|quarter|year|fy|td\b|now|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;

type Rolling = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** So many days, weeks, months or years up to today, which is the last of them. */
const upToToday = (count: number, unit: Rolling, today: Day): Days => ({
  from: iso(
    utc(today)
      .minus({ [unit]: count })
      .plus({ days: 1 }),
  ),
  to: today,
});

/** So many whole ones, all of them over. */
function wholeOnes(count: number, unit: Rolling, today: Day): Days {
  const { from, to } = unitBefore(today, unit);
  return { from: unitOf(iso(utc(from).minus({ [unit]: count - 1 })), unit).from, to };
}

const LAST_FEW =
  /^(?:(last|past) )?(\d{1,4}) (?:(?:calendar|full|whole|complete) )?(day|week|month|quarter|year)s?$/;

const READERS: readonly Reader[] = [
  (said, today) => (said === '' ? [unitOf(today, 'month')] : undefined),
  (said, today) => {
    const [, which, digits, word] = LAST_FEW.exec(said) ?? [];
    if (word === undefined) return undefined;
    const [count, unit] = [Number(digits), word as Rolling];
    const rolling = upToToday(count, unit, today);
    if (unit === 'day') return [rolling];
    // As "last month" is the whole month before this one, so are the last three.
    return which === 'past' ? [wholeOnes(count, unit, today), rolling] : [wholeOnes(count, unit, today)];
  },
  (said, today) => {
    const unit = /^past (week|month|quarter|year)$/.exec(said)?.[1] as Rolling | undefined;
    // The one before this one, or as many days up to today: people say it of both.
    return unit && [unitBefore(today, unit), upToToday(1, unit, today)];
  },
  (said, today) => {
    const since = /^(?:since|from) ((?:(?! to ).)+?)(?: on)?$/.exec(said)?.[1];
    if (since === undefined) return undefined;
    const begun = beginnings(since, today).flatMap((one) => latestOf(one, today));
    return begun.map(({ from }) => ({ from, to: today }));
  },
  (said, today) => {
    const [, first = '', last = ''] =
      /^between (.+) and (.+)/.exec(said) ?? /^(?:from )?(.+?) to (.+)/.exec(said) ?? [];
    return first === '' ? undefined : rangeOf(...spelledOut(first, last), today);
  },
];

/** What a period can begin with: "start of year" too, and a unit alone is the present one. */
function beginnings(said: string, today: Day): readonly Named[] {
  const of = said.replace(/^(?:beginning|start) of /, '');
  return namedDays(unitNamed(of) === undefined ? of : `this ${of}`, today);
}

/** The month and the year that one end of a range has from the other: "1 to 15 October", "October 1 to 15", "Q1 to Q2 FY26". */
function spelledOut(first: string, last: string): [string, string] {
  const month = /^\d{1,2} ([a-z].*)/.exec(last)?.[1];
  if (month !== undefined && /^\d{1,2}$/.test(first)) return [`${first} ${month}`, last];
  const word = /^([a-z]{3,9}) \d{1,2}$/.exec(first)?.[1] ?? '';
  if (/^\d{1,2}(?: 20\d\d)?$/.test(last)) return [first, `${word} ${last}`];
  const [, quarter = '', year = ''] = /^q([1-4])( .+)/.exec(last) ?? [];
  if (/^q[1-4]$/.test(first) && first.slice(1) <= quarter) return [first + year, last];
  return [first, last];
}

/** From the first day of the one to the last of the other. An end without a year has that nearest to the other end. */
function rangeOf(first: string, last: string, today: Day): readonly Days[] {
  const [ones, others] = [beginnings(first, today), namedDays(last, today)];
  const pairs =
    ones.length === others.length
      ? ones.flatMap((one, nth) => others.slice(nth, nth + 1).map((other) => ({ one, other })))
      : ones.flatMap((one) => others.map((other) => ({ one, other })));
  return pairs.flatMap(({ one, other }) => {
    const end = 'days' in other ? other.days.from : today;
    return latestOf(one, end).flatMap(({ from }) => firstOf(other, from).map(({ to }) => ({ from, to })));
  });
}

/**
 * The days that a period in words says, today being known: none where it says no period, several where it says two things
 * ("Q1": of the calendar year or of the fiscal year). What has no year is the latest that has begun. A period lies in
 * the years 2000 to 2099 and is ten years long at most.
 */
export function readDays(words: string, today: Day): readonly Days[] {
  if (words.length > MAX_LENGTH || (words.trim() !== '' && !NEEDED.test(words))) return [];
  const said = plainPeriod(words);
  let found: readonly Days[] | undefined;
  for (const read of READERS) found ??= read(said, today);
  found ??= namedDays(said, today).flatMap((one) => latestOf(one, today));
  return found.filter(isCountable);
}

const isCountable = ({ from, to }: Days): boolean =>
  FIRST_DAY <= from &&
  from <= to &&
  to <= LAST_DAY &&
  (Date.parse(to) - Date.parse(from)) / DAY_MS < MAX_DAYS;
