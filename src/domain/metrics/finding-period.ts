import { DateTime } from 'luxon';
import { dayAfter, daysName, type Day, type Days } from './days';

/** How a period is called in a finding, and below the axis of a picture. */
export interface PeriodWords {
  /** "month", in the plural with an s. */
  readonly unit: string;
  /** "October 2026", "October to December 2026", "FY26". */
  readonly name: string;
  /** "Oct", "Oct–Dec", "5 Oct". */
  readonly label: string;
  /** What neighbouring labels have in common, the year; "" where the label says it. */
  readonly group: string;
}

const formatDate = (day: Day, format: string): string =>
  DateTime.fromISO(day, { zone: 'utc' }).setLocale('en-US').toFormat(format);

const FISCAL_YEAR_BEGINS = 10;

/** How the days are called, where they are a calendar's: a month, a quarter, a year, a week, a day. */
export function periodWords(days: Days): PeriodWords {
  const { from, to } = days;
  const group = from.slice(0, 4);
  const months = monthsOf(days);
  const first = Number(from.slice(5, 7));
  if (months === 1)
    return { unit: 'month', name: formatDate(from, 'LLLL yyyy'), label: formatDate(from, 'LLL'), group };
  if (months === 12 && (first === 1 || first === FISCAL_YEAR_BEGINS)) {
    const name = first === 1 ? group : `FY${formatDate(to, 'yy')}`;
    return { unit: first === 1 ? 'year' : 'fiscal year', name, label: name, group: '' };
  }
  if (months !== undefined) {
    const unit = months === 3 && first % 3 === 1 ? 'quarter' : 'period';
    const begins = formatDate(from, group === to.slice(0, 4) ? 'LLLL' : 'LLLL yyyy');
    const name = `${begins} to ${formatDate(to, 'LLLL yyyy')}`;
    return { unit, name, label: `${formatDate(from, 'LLL')}–${formatDate(to, 'LLL')}`, group };
  }
  const label = formatDate(from, 'd LLL');
  if (from === to) return { unit: 'day', name: formatDate(from, 'd LLLL yyyy'), label, group };
  if (to === dayAfter(from, 6) && formatDate(from, 'c') === '1')
    return { unit: 'week', name: `the week of ${formatDate(from, 'd LLLL yyyy')}`, label, group };
  return { unit: 'period', name: daysName(days), label, group };
}

/** So many whole months; undefined where the days are none. */
function monthsOf({ from, to }: Days): number | undefined {
  if (!from.endsWith('-01') || !dayAfter(to).endsWith('-01')) return undefined;
  const [fromYear = 0, fromMonth = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0] = to.split('-').map(Number);
  return (toYear - fromYear) * 12 + toMonth - fromMonth + 1;
}
