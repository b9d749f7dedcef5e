import type { Entry } from '../kernel/entry';
import type { NotificationAddress } from '../kernel/notification';
import type { BusinessCalendar } from '../calendar/calendars';
import { comingDates, readDate, type DateRange } from '../kernel/text/date-range';
import { daysOfMonth, monthAfter, periodOf } from '../metrics/days';
import { closedMonth } from '../metrics/month-close';
import type { PersonId } from '../directory/directory';
import { faulty, no, ok, type Result } from '../kernel/refusal';
import { readyBy } from './review-date';

/** What a conversation gets by itself: the report of each month, or that of a review on a date (ISO). */
type Ordered = { readonly kind: 'monthly' } | { readonly kind: 'review'; readonly date: string };

/**
 * A report order: that the report of a scope is posted in a conversation by itself (rules ME-7, ME-9). `id` is RO and
 * digits. While `dueAt` is there and it is not ended, the next report is due then; times are epoch milliseconds.
 */
export interface ReportOrder {
  readonly id: string;
  readonly what: Ordered;
  /** As `scopeKey` writes it. */
  readonly scope: string;
  /** The conversation's id, without a thread. */
  readonly conversation: string;
  readonly to: NotificationAddress;
  readonly by: PersonId;
  readonly at: number;
  readonly dueAt?: number | undefined;
  /** The month of the report that was posted last. */
  readonly posted?: string;
  readonly ended?: { readonly by: PersonId; readonly at: number };
  readonly timeline: readonly Entry<OrderEvent>[];
}

/** What happens to an order; times are epoch milliseconds. */
export type OrderEvent =
  | (Pick<ReportOrder, 'what' | 'scope' | 'conversation' | 'to'> & {
      readonly kind: 'ordered';
      readonly dueAt: number;
    })
  /** The report of the month is posted: it should have been there at `readyAt`; the next is due at `dueAt`. */
  | {
      readonly kind: 'posted';
      readonly month: string;
      readonly readyAt: number;
      readonly dueAt?: number;
    }
  /** The next report was put too far ahead by a clock that ran ahead. */
  | { readonly kind: 'set-back'; readonly dueAt: number }
  | { readonly kind: 'ended' };

/** Of two orders of one key a conversation has one. */
export const orderKey = ({
  conversation,
  what,
  scope,
}: Pick<ReportOrder, 'conversation' | 'what' | 'scope'>): string =>
  [conversation, what.kind === 'review' ? `review ${what.date}` : what.kind, scope].join('|');

/**
 * How long after the first business day began the monthly report is posted: by then the groups of the zones west of the
 * default one have ended the month too, and people are awake.
 */
export const POSTED_AFTER_MS = 7 * 3_600_000;
/** The furthest that a review is planned ahead, in years. */
const MAX_YEARS_AHEAD = 3;

/** When the monthly report after this moment is posted: the first business day of the next month that is not closed yet. */
export function nextMonthly(now: number, calendar: BusinessCalendar): number {
  const { month } = closedMonth(now - POSTED_AFTER_MS, calendar);
  const next = periodOf(daysOfMonth(monthAfter(month)), calendar.zone);
  return calendar.add(next.before, 0) + POSTED_AFTER_MS;
}

/** On which days a review can be: from today in the calendar's zone to three years ahead. */
export const reviewDates = (now: number, calendar: BusinessCalendar): DateRange =>
  comingDates(calendar.dateOf(now), MAX_YEARS_AHEAD);

/** Reads the date of a review (field `date`): a day of `reviewDates`. */
export function readReviewDate(typed: string, now: number, calendar: BusinessCalendar): Result<string> {
  const fault = (message: string): Result<never> => no(faulty([{ field: 'date', message }]));
  if (typed.trim() === '') return fault('Enter the review date, for example 2026-12-15.');
  const read = readDate(reviewDates(now, calendar))(typed);
  return read.ok ? ok(read.value) : fault(read.message);
}

/** When the report of an order is due first: for a review so many business days before it, which may be past. */
export const firstDue = (
  what: Ordered,
  now: number,
  reviewDays: number,
  calendar: BusinessCalendar,
): number =>
  what.kind === 'monthly' ? nextMonthly(now, calendar) : readyBy(what.date, reviewDays, calendar);

/**
 * What is due on an order now: the report of a month, and when the next one is due. Nothing where nothing is. After an
 * outage the latest month that has ended is told, and those before it are not made up for.
 */
export function dueOn(
  { dueAt, ended, what }: ReportOrder,
  now: number,
  calendar: BusinessCalendar,
): readonly OrderEvent[] {
  if (dueAt === undefined || dueAt > now || ended !== undefined) return [];
  const isMonthly = what.kind === 'monthly';
  const { month, readyAt } = closedMonth(isMonthly ? now - POSTED_AFTER_MS : now, calendar);
  if (!isMonthly) return [{ kind: 'posted', month, readyAt: dueAt }];
  return [{ kind: 'posted', month, readyAt: readyAt + POSTED_AFTER_MS, dueAt: nextMonthly(now, calendar) }];
}

/** Whether an order is to be seen among those of its conversation: not ended, and no review that is over. */
export const isStanding = ({ what, ended }: ReportOrder, now: number, calendar: BusinessCalendar): boolean =>
  ended === undefined && (what.kind === 'monthly' || what.date >= calendar.dateOf(now));
