import { calendarDaysBetween } from '../../calendar/calendar-days';
import type { Finding } from '../timeline';
import type { TypedForm } from '../../kernel/text/typed-form';
import { saysNothing, saysSomething } from '../../kernel/text/says-something';
import { isNot, readText, TEXT_LIMITS } from '../../kernel/text/typed-text';
import { readDate, type DateRange } from '../../kernel/text/date-range';
import type { ChecklistItem } from '../../policy/policy';
import { rightFor, saysNone } from './read-finding';

/** What is known of the latest note: its finding, and whether it is current (rule ES-8). */
export interface LatestNote {
  readonly finding: Finding;
  readonly current: boolean;
}

const SAYS_WHAT = 'Write what the latest note says, or leave it empty.';

/**
 * Reads the date of the latest Item/SIMI/Internal note at `notesDate`, with words at `item.<key>` if there are any, which
 * have to say something (ES-11) and need the date of their note; without either there is no note. `dates` end today. A note
 * is current up to `currencyDays` calendar days back, the last day included (rules ES-2 b, ES-8, BT-6).
 */
export function readLatestNote(
  form: TypedForm,
  item: ChecklistItem,
  currencyDays: number,
  dates: DateRange,
): LatestNote | undefined {
  const words = form.optional(`item.${item.key}`, (typed) => {
    const read = readText(item.label, typed, TEXT_LIMITS.finding);
    // That there is none is what the item asks for, too.
    const says = !read.ok || saysSomething(read.value) || (form.raw('notesDate') === '' && saysNone(typed));
    return says ? read : isNot(saysNothing(read.value, rightFor(item, SAYS_WHAT)));
  });
  const date = form.optional('notesDate', (typed) => {
    const read = readDate(dates)(typed);
    return read.ok ? read : isNot(`${read.message} Leave it empty if there is no note.`);
  });
  if (date === undefined && form.raw('notesDate') !== '') return undefined;
  if (date === undefined && words !== undefined && !saysNone(words)) {
    form.fault('notesDate', 'Give the date of the note, or clear its text if there is none.');
    return undefined;
  }
  const about = { item: item.key, label: item.label };
  if (date === undefined) return { finding: { ...about, finding: 'There is no note' }, current: false };
  const current = calendarDaysBetween(date, dates.max) <= currencyDays;
  const said = `${date}, ${current ? 'current' : `older than ${currencyDays} days`}`;
  return { finding: { ...about, finding: words === undefined ? said : `${said}. ${words}` }, current };
}
