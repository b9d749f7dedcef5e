import { isoDateIn } from '../calendar/calendar-days';
import { no, ok, refusal, type Result } from '../kernel/refusal';
import { periodOf } from './days';
import { readDays } from './periods/read-days';
import type { Period } from './summary';

/** What a person can write, shown where they wrote something else. */
const PERIOD_FORMS =
  'Enter it like this: this month, last quarter, Q1 FY27, last 30 days, October 2026, FY26, since 1 October, or 2026-10-01 to 2026-10-31. It must be in the years 2000 to 2099 and at most ten years long.';

/**
 * Reads a period written in words, in a zone (IANA); nothing written is this month. Weeks begin on Monday; the fiscal
 * year on 1 October of the year before; a day or month without its year is the latest that has begun. Refuses
 * (`bad-period`) what is no period, with the forms that are, and what is two (`ambiguous`).
 */
export function readPeriod(words: string, now: number, zone: string): Result<Period> {
  const [period, ...others] = readPeriods(words, now, zone);
  const said = words.slice(0, 80);
  if (period === undefined)
    return no(refusal('bad-period', { period: said }, [{ field: 'period', message: PERIOD_FORMS }]));
  if (others.length === 0) return ok(period);
  const candidates = [period, ...others].map(({ name }) => name).join(' or ');
  const message = `“${said}” could be ${candidates}. Enter one of them.`;
  return no(refusal('ambiguous', { what: said, candidates }, [{ field: 'period', message }]));
}

/** Every period that the words can mean: none, one, or several ("Q1": of the calendar year or of the fiscal year). */
export const readPeriods = (words: string, now: number, zone: string): readonly Period[] =>
  readDays(words, isoDateIn(zone, now)).map((days) => periodOf(days, zone));
