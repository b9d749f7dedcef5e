import { z } from 'zod/v4';
import { refuse } from '../../commands/command';
import type { Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { siteCalendar } from '../../domain/metrics/month-close';
import { readReviewDate } from '../../domain/reports/report-order';
import { stopOrders } from './stop-orders';

/** Withdraws the reviews of this conversation: one, those of a date, or all. */
export const reviewStopCommand: Command<{ readonly date: string; readonly order: string }> = {
  verb: 'review.stop',
  title: 'Withdraw review',
  area: 'Metrics',
  typed: {
    words: ['review stop', 'stop review'],
    usage: 'review stop [date]',
    summary: 'Withdraws the reviews of this conversation, or that of one date.',
    example: 'review stop 2026-12-15',
    read: (rest): Record<string, string> => (rest === '' ? {} : { date: rest }),
  },
  schema: z.object({ date: optional, order: optional }),
  run: async ({ date, order }, context) => {
    const { calendars, now } = context;
    const on = date === '' ? undefined : readReviewDate(date, now, siteCalendar(calendars));
    if (on?.ok === false) return refuse(on.refusal);
    return stopOrders(
      ({ id, what }) =>
        what.kind === 'review' &&
        (order === '' || id === order) &&
        (on === undefined || what.date === on.value),
      'No such review is set here',
      context,
    );
  },
};
