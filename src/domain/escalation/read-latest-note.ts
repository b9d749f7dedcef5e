import { calendarDaysBetween, isoDateIn } from '../clocks/calendar-days';
import { readDate } from '../cases/iso-date';
import type { Finding } from '../cases/timeline';
import type { TypedForm } from '../cases/typed-form';
import { is, isNot, TEXT_LIMITS } from '../cases/typed-text';
import type { ChecklistItem } from '../policy/policy';

/** What is known of the latest note: its finding, and whether it is current (rule ES-8). */
export interface LatestNote {
  readonly finding: Finding;
  readonly current: boolean;
}

/**
 * Reads the date of the latest Item/SIMI/Internal note at `notesDate`, with words at `item.<key>` if there are any. No
 * date says that there is no note. A note is current up to `currencyDays` calendar days back, the last day included
 * (rules ES-2 b, ES-8, BT-6).
 */
export function readLatestNote(
  form: TypedForm,
  item: ChecklistItem,
  currencyDays: number,
  zone: string,
  now: number,
): LatestNote | undefined {
  const today = isoDateIn(zone, now);
  const words = form.text(`item.${item.key}`, item.label, TEXT_LIMITS.finding);
  const date = form.optional('notesDate', (typed) => {
    const read = readDate(typed);
    if (!read.ok) return isNot(`${read.message} Leave it empty where there is no note.`);
    return read.value <= today
      ? is(read.value)
      : isNot(`${read.value} is still to come. Give the date of the latest note.`);
  });
  if (date === undefined && form.raw('notesDate') !== '') return undefined;
  const age = date === undefined ? undefined : calendarDaysBetween(date, today);
  const current = age !== undefined && age <= currencyDays;
  const said =
    date === undefined
      ? 'There is no note'
      : `${date}, ${current ? 'current' : `older than ${currencyDays} days`}`;
  const finding = words === undefined ? said : `${said}. ${words}`;
  return { finding: { item: item.key, label: item.label, finding }, current };
}
