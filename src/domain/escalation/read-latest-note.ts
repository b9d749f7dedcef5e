import { calendarDaysBetween } from '../clocks/calendar-days';
import type { Finding } from '../cases/timeline';
import type { TypedForm } from '../cases/typed-form';
import { isNot, TEXT_LIMITS } from '../cases/typed-text';
import { readDate, type DateRange } from '../dates/date-range';
import type { ChecklistItem } from '../policy/policy';

/** What is known of the latest note: its finding, and whether it is current (rule ES-8). */
export interface LatestNote {
  readonly finding: Finding;
  readonly current: boolean;
}

/**
 * Reads the date of the latest Item/SIMI/Internal note at `notesDate`, with words at `item.<key>` if there are any. No
 * date says that there is no note. `dates` end today. A note is current up to `currencyDays` calendar days back, the last day included
 * (rules ES-2 b, ES-8, BT-6).
 */
export function readLatestNote(
  form: TypedForm,
  item: ChecklistItem,
  currencyDays: number,
  dates: DateRange,
): LatestNote | undefined {
  const words = form.text(`item.${item.key}`, item.label, TEXT_LIMITS.finding);
  const date = form.optional('notesDate', (typed) => {
    const read = readDate(dates)(typed);
    return read.ok ? read : isNot(`${read.message} Leave it empty where there is no note.`);
  });
  if (date === undefined && form.raw('notesDate') !== '') return undefined;
  const age = date === undefined ? undefined : calendarDaysBetween(date, dates.max);
  const current = age !== undefined && age <= currencyDays;
  const said =
    date === undefined
      ? 'There is no note'
      : `${date}, ${current ? 'current' : `older than ${currencyDays} days`}`;
  const finding = words === undefined ? said : `${said}. ${words}`;
  return { finding: { item: item.key, label: item.label, finding }, current };
}
