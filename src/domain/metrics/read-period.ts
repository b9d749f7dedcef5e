import { DateTime } from 'luxon';
import { refusal } from '../refusal';
import { no, ok } from '../result';
import type { Result } from '../result';
import { periodOf } from './days';
import type { Period } from './summary';

/** What a reader of one form of words knows: the words, and now in the zone. */
type Reader = (words: string, now: DateTime) => Span | undefined;
/** Days from one midnight to before another. */
interface Span {
  readonly from: DateTime;
  readonly before: DateTime;
  readonly name: string;
}

/** The most days that "last N days" goes back: ten years. */
const MOST_DAYS = 3_660;
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;

/** What a person can write, shown where they wrote something else. */
const PERIOD_FORMS =
  'Write this month, last quarter, last 30 days, October 2026, 2026-10, FY26, since 2026-10-01, or 2026-10-01 to 2026-10-31.';

/**
 * Reads a period written in words, in a zone (IANA); nothing written is this month. Weeks begin on Monday; the fiscal
 * year on 1 October of the year before. Refuses (`bad-period`) what is no period, with the forms that are.
 */
export function readPeriod(words: string, now: number, zone: string): Result<Period> {
  const written = words.toLowerCase().replace(/\s+/g, ' ').trim();
  const here = DateTime.fromMillis(now, { zone });
  for (const read of READERS) {
    const span = read(written, here);
    if (span === undefined) continue;
    if (!span.from.isValid || !span.before.isValid || span.from >= span.before) break;
    const [first, last] = [span.from, span.before.minus({ days: 1 })].map((day) => day.toISODate());
    return ok(periodOf({ from: first ?? '', to: last ?? '' }, zone));
  }
  const period = words.slice(0, 80);
  return no(refusal('bad-period', { period }, [{ field: 'period', message: PERIOD_FORMS }]));
}

const dayName = (day: DateTime): string => day.setLocale('en-US').toFormat('d LLLL yyyy');
const monthName = (day: DateTime): string => day.setLocale('en-US').toFormat('LLLL yyyy');

const UNIT_NAMES = {
  week: (from: DateTime) => `week of ${dayName(from)}`,
  month: monthName,
  quarter: (from: DateTime) =>
    `${from.setLocale('en-US').toFormat('LLLL')} to ${monthName(from.plus({ months: 2 }))}`,
  year: (from: DateTime) => from.toFormat('yyyy'),
} as const;
type Unit = keyof typeof UNIT_NAMES;

const unitAt = (day: DateTime, unit: Unit): Span => {
  const from = day.startOf(unit);
  return { from, before: from.plus({ [unit]: 1 }), name: UNIT_NAMES[unit](from) };
};

const READERS: readonly Reader[] = [
  (words, now) => (words === '' ? unitAt(now, 'month') : undefined),
  (words, now) => {
    const [, which, unit] = /^(this|last) (week|month|quarter|year)$/.exec(words) ?? [];
    if (unit === undefined) return undefined;
    return unitAt(which === 'last' ? now.minus({ [unit]: 1 }) : now, unit as Unit);
  },
  (words, now) => {
    const days = Number(/^(?:last )?(\d{1,5}) days?$/.exec(words)?.[1]);
    if (!(days >= 1 && days <= MOST_DAYS)) return undefined;
    const before = now.startOf('day').plus({ days: 1 });
    return { from: before.minus({ days }), before, name: days === 1 ? 'today' : `last ${days} days` };
  },
  (words, now) => {
    const digits = /^fy ?(?:20)?(\d\d)$/.exec(words)?.[1];
    return digits === undefined ? undefined : fiscalYear(2000 + Number(digits), now);
  },
  (words, now) => {
    const which = /^(this|last) fiscal year$/.exec(words)?.[1];
    if (which === undefined) return undefined;
    const current = now.plus({ months: 3 }).year;
    return fiscalYear(which === 'last' ? current - 1 : current, now);
  },
  (words, now) => {
    const from = dayOf(/^since (\S+)$/.exec(words)?.[1], now);
    return from && { from, before: now.startOf('day').plus({ days: 1 }), name: '' };
  },
  (words, now) => {
    const [, month, year] = /^([a-z]{3,9})\.?(?: (20\d\d))?$/.exec(words) ?? [];
    const found = month === undefined ? -1 : MONTHS.findIndex((name) => name.startsWith(month));
    if (found < 0) return undefined;
    const named = now.startOf('month').set({ month: found + 1 });
    // A month without its year is the latest that has begun.
    const past = named > now ? named.minus({ years: 1 }) : named;
    return unitAt(year === undefined ? past : named.set({ year: Number(year) }), 'month');
  },
  (words, now) => {
    const [, year, month] = /^(20\d\d)(?:-(\d\d))?$/.exec(words) ?? [];
    if (year === undefined) return undefined;
    const first = DateTime.fromObject({ year: Number(year), month: Number(month ?? 1) }, { zone: now.zone });
    return unitAt(first, month === undefined ? 'year' : 'month');
  },
  (words, now) => {
    const [, first, , second] =
      /^(\d{4}-\d\d-\d\d)(?:( to | - |\.\.|\/)(\d{4}-\d\d-\d\d))?$/.exec(words) ?? [];
    const from = dayOf(first, now);
    const last = second === undefined ? from : dayOf(second, now);
    if (from === undefined || last === undefined) return undefined;
    const name = second === undefined ? dayName(from) : `${dayName(from)} to ${dayName(last)}`;
    return { from, before: last.plus({ days: 1 }), name };
  },
];

function fiscalYear(year: number, now: DateTime): Span {
  const from = DateTime.fromObject({ year: year - 1, month: 10 }, { zone: now.zone });
  return { from, before: from.plus({ years: 1 }), name: `FY${String(year).slice(2)}` };
}

/** The midnight at which an ISO date begins; undefined for what is none. */
function dayOf(date: string | undefined, now: DateTime): DateTime | undefined {
  if (date === undefined || !/^\d{4}-\d\d-\d\d$/.test(date)) return undefined;
  const day = DateTime.fromISO(date, { zone: now.zone });
  return day.isValid ? day : undefined;
}
