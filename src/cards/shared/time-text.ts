import { BUSINESS_DAY_MS, type BusinessCalendar } from '../../domain/calendar/calendars';

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

// A formatter costs a hundred times what using it does. American English, because only it has the short zone names of
// the sites ("EST", not "GMT-5").
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
  formats.set(zone, made);
  return made;
}

/** The parts of an instant in a zone: day "Tue 24 Nov", year "2026", time "19:00", name "EST". */
interface Local {
  readonly day: string;
  readonly year: string;
  readonly time: string;
  readonly name: string;
}

// Cards repeat the same few times, and thousands of cards are rendered.
const MAX_SAID = 5_000;
const formatDate = new Map<string, Local>();

function local(at: number, zone: string): Local {
  const key = `${Math.floor(at / MINUTE_MS)} ${zone}`;
  const known = formatDate.get(key);
  if (known !== undefined) return known;
  if (formatDate.size >= MAX_SAID) formatDate.clear();
  const made = parted(at, zone);
  formatDate.set(key, made);
  return made;
}

function parted(at: number, zone: string): Local {
  const parts = formatOf(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: `${part('weekday')} ${part('day')} ${part('month')}`,
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
    name: part('timeZoneName'),
  };
}

/** The day, with the year where it is not this one. */
function dayText(
  { day, year }: { readonly day: string; readonly year: string },
  zone: string,
  now: number,
): string {
  return year === local(now, zone).year ? day : `${day} ${year}`;
}

/** An instant in a zone: "Tue 24 Nov, 19:00 EST"; with the year where it is not this one. */
export function instantText(at: number, zone: string, now: number): string {
  const then = local(at, zone);
  return `${dayText(then, zone, now)}, ${then.time} ${then.name}`;
}

/**
 * A due time in words. One at a closing midnight is called the end of the last day that counted (rule BT-2):
 * "end of Fri 20 Nov EST", though the instant itself is Monday 00:00.
 */
export function dueText(at: number, calendar: BusinessCalendar, now: number): string {
  const { zone } = calendar;
  if (local(at - 1, zone).day === local(at, zone).day) return instantText(at, zone, now);
  const then = local(lastOpenBefore(at, calendar), zone);
  return `end of ${dayText(then, zone, now)} ${then.name}`;
}

/** An instant of the last day that counted before a due time; of the day of the due time itself, where that is open (rule BT-2). */
export function lastOpenBefore(at: number, calendar: BusinessCalendar): number {
  let last = at - 1;
  for (let tries = 0; tries < 31 && !calendar.isOpen(last); tries++) last -= BUSINESS_DAY_MS;
  return last;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** A span in words, two units at most: "1 day 4 h", "3 h 20 min", "12 min", "less than a minute". */
export function spanText(ms: number): string {
  if (ms < MINUTE_MS) return 'less than a minute';
  const days = Math.floor(ms / BUSINESS_DAY_MS);
  const hours = Math.floor((ms % BUSINESS_DAY_MS) / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  const dayPart = days > 0 ? counted(days, 'day', 'days') : '';
  const hourPart = hours > 0 ? `${hours} h` : '';
  const minutePart = days === 0 && minutes > 0 ? `${minutes} min` : '';
  return [dayPart, hourPart, minutePart].filter((part) => part !== '').join(' ');
}
