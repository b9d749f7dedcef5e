import type { Case } from '../../cases/case';
import { isIsoDate, isoDateIn } from '../../calendar/calendar-days';
import { dateText, readIsoDate } from './iso-date';
import { is, isNot, type Read } from './typed-text';
import type { DomainContext } from '../domain-context';

/** The calendar dates (ISO) that a field takes, both ends included, and how one before or after them is refused. */
export interface DateRange {
  readonly min: string;
  readonly max: string;
  readonly early: string;
  readonly late: string;
}

const YEARS_AHEAD = 10;
const YEARS_OF_NOTES = 30;

/** Dates that are to come: from today to so many years ahead. `today` is an ISO date. */
export const comingDates = (today: string, years = YEARS_AHEAD): DateRange => ({
  min: today,
  max: yearsFrom(today, years),
  early: 'is in the past',
  late: `is more than ${years} years away`,
});

/** Dates that somebody owes on a case: from today to ten years ahead, in the zone of the group that holds it. */
export const comingDatesOf = (subject: Case, context: DomainContext): DateRange =>
  comingDates(todayFor(subject, context));

/** Dates that a customer is given: from the opening of the case to ten years ahead (rule CL-1). */
export const deliveryDates = (subject: Case, context: DomainContext): DateRange => ({
  ...comingDatesOf(subject, context),
  min: isoDateIn(zoneOf(subject, context), subject.openedAt),
  early: 'is before the case was opened',
});

/** Dates on which something was done on a case: from its opening to today, in the zone of the group that holds it. */
export const doneDates = (subject: Case, context: DomainContext): DateRange => ({
  min: isoDateIn(zoneOf(subject, context), subject.openedAt),
  max: todayFor(subject, context),
  early: 'is before the case was opened',
  late: 'is in the future',
});

/** Dates of a note that is there already: up to today, and not older than thirty years. */
export const noteDates = (subject: Case, context: DomainContext): DateRange => {
  const today = todayFor(subject, context);
  return {
    min: yearsFrom(today, -YEARS_OF_NOTES),
    max: today,
    early: `is more than ${YEARS_OF_NOTES} years ago`,
    late: 'is in the future',
  };
};

/** Today (ISO date) in the zone of the group that holds the case (rule BT-6). */
export const todayFor = (subject: Case, context: DomainContext): string =>
  isoDateIn(zoneOf(subject, context), context.now);

/** Reads a calendar date (see `readIsoDate`); one that does not exist or lies outside of the range is refused. */
export const readDate =
  (range: DateRange) =>
  (typed: string): Read<string> => {
    const date = readIsoDate(typed);
    const ends = `Enter a date from ${dateText(range.min)} to ${dateText(range.max)}`;
    if (date === undefined) return isNot(`"${typed.trim().slice(0, 40)}" isn't a valid date. ${ends}.`);
    if (date < range.min) return isNot(`${dateText(date)} ${range.early}. ${ends}.`);
    return date > range.max ? isNot(`${dateText(date)} ${range.late}. ${ends}.`) : is(date);
  };

const zoneOf = ({ group }: Case, { calendars }: DomainContext): string => calendars.ofGroup(group).zone;

/** The same day so many years on; the 29th of February becomes the 28th. */
function yearsFrom(date: string, years: number): string {
  const moved = `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
  return isIsoDate(moved) ? moved : `${moved.slice(0, 8)}28`;
}
