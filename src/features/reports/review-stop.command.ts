import { ok } from '../../domain/kernel/refusal';
import { siteCalendar } from '../../domain/metrics/month-close';
import { readReviewDate } from '../../domain/reports/report-order';
import { stopCommand } from './stop-orders';

/** Withdraws the reviews of this conversation: one, those of a date, or all. */
export const reviewStopCommand = stopCommand({
  verb: 'review.stop',
  title: 'Stop review report',
  typed: {
    words: ['review stop', 'stop review'],
    usage: 'review stop [date]',
    summary: 'Stops the review reports set in this conversation, or the one for a date.',
    example: 'review stop 2026-12-15',
  },
  none: "That review isn't set here",
  meant: (words, { calendars, now }) => {
    const on = words === '' ? undefined : readReviewDate(words, now, siteCalendar(calendars));
    if (on?.ok === false) return on;
    return ok(({ what }) => what.kind === 'review' && (on === undefined || what.date === on.value));
  },
});
