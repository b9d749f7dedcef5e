import { DateTime } from 'luxon';
import type { Day, Days } from '../days';

/** What a period can be a whole of. Weeks begin on Monday, the fiscal year on 1 October of the year before. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year' | 'fiscal year';

const UNITS: ReadonlyMap<string, Unit> = new Map([
  ['day', 'day'],
  ['week', 'week'],
  ['month', 'month'],
  ['quarter', 'quarter'],
  ['year', 'year'],
  ['fy', 'fiscal year'],
]);

/** The unit of a word, as it is written once a period is made plain (`plainPeriod`). */
export const unitNamed = (word: string): Unit | undefined => UNITS.get(word);

const MONTHS_OF_FISCAL_YEAR_BEFORE = 3;

export const utc = (day: Day): DateTime => DateTime.fromISO(day, { zone: 'utc' });
export const iso = (at: DateTime): Day => at.toFormat('yyyy-MM-dd');

// A question is looked through for periods at each of its words, and asks for the same few units each time.
const MAX_MADE = 1_000;
const made = new Map<string, Days>();

/** The unit in which a day is. */
export function unitOf(day: Day, unit: Unit): Days {
  const key = `${day} ${unit}`;
  const before = made.get(key);
  if (before !== undefined) return before;
  // Stryker disable next-line all: when the kept units are let go changes no period
  if (made.size >= MAX_MADE) made.clear();
  const days = unitMade(day, unit);
  made.set(key, days);
  return days;
}

function unitMade(day: Day, unit: Unit): Days {
  const at = utc(day);
  if (unit !== 'fiscal year') return { from: iso(at.startOf(unit)), to: iso(at.endOf(unit)) };
  return fiscalYear(at.plus({ months: MONTHS_OF_FISCAL_YEAR_BEFORE }).year);
}

/** The unit before the one in which a day is. */
export const unitBefore = (day: Day, unit: Unit): Days =>
  unitOf(iso(utc(unitOf(day, unit).from).minus({ days: 1 })), unit);

/** The fiscal year of a number: FY26 is 1 October 2025 to 30 September 2026. */
export const fiscalYear = (year: number): Days => ({ from: `${year - 1}-10-01`, to: `${year}-09-30` });

/** A month of a year, 1 to 12. */
export const monthOfYear = (year: number, month: number): Days =>
  unitOf(`${year}-${String(month).padStart(2, '0')}-01`, 'month');

/** A quarter of a calendar year, 1 to 4. */
export const quarterOfYear = (year: number, nth: number): Days =>
  unitOf(monthOfYear(year, nth * 3).from, 'quarter');

/** A quarter of a fiscal year, 1 to 4: the first is October to December of the year before. */
export const quarterOfFiscalYear = (year: number, nth: number): Days =>
  nth === 1 ? quarterOfYear(year - 1, 4) : quarterOfYear(year, nth - 1);
