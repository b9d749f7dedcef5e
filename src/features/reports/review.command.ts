import { z } from 'zod/v4';
import { readSharedScope } from '../../commands/resolve/shared-scope';
import { refuse, reply, type Command } from '../../commands/command';
import { button, date, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { readIsoDate } from '../../domain/kernel/text/iso-date';
import { siteCalendar } from '../../domain/metrics/month-close';
import { faulty } from '../../domain/kernel/refusal';
import { firstDue, readReviewDate, reviewDates } from '../../domain/reports/report-order';
import { placePrecondition, order } from './order';
import { dateText, instantText } from '../../cards/reports/order-text';
import { scopeField } from './report-form';

// "Fri 4 Dec 2026"
const MAX_DATE_WORDS = 4;
// A date and the name of a group or MSC have fewer words; a longer line isn't searched further.
const MAX_WORDS_SEARCHED = 30;

/** The date, wherever it is in the line, and the words around it; without one, the first word is taken as the date. */
function splitReview(rest: string): Record<string, string> {
  const words = rest.split(/\s+/u).filter((word) => word !== '' && word.toLowerCase() !== 'on');
  const given = takeDate(words);
  return {
    ...(given === '' ? {} : { date: given }),
    ...(words.length === 0 ? {} : { scope: words.join(' ') }),
  };
}

/** Takes the words of the date out of a line. */
function takeDate(words: string[]): string {
  const searched = Math.min(words.length, MAX_WORDS_SEARCHED);
  for (let length = MAX_DATE_WORDS; length > 0; length -= 1)
    for (let at = 0; at + length <= searched; at += 1)
      if (readIsoDate(words.slice(at, at + length).join(' ')) !== undefined)
        return words.splice(at, length).join(' ');
  return words.shift() ?? '';
}

/**
 * Sets the date of an Agency Performance Review for this conversation: its numbers are posted here ten business days before
 * it (rule ME-9), or right away if it is closer.
 */
export const reviewCommand: Command<{ readonly date: string; readonly scope: string }> = {
  verb: 'review.set',
  title: 'Review date',
  area: 'Metrics',
  keepsAnswer: true,
  typed: {
    words: ['review'],
    usage: 'review <date> [group or MSC]',
    summary: 'Posts the numbers for a performance review here, ten business days before its date.',
    example: 'review 2026-12-15 aviation',
    read: splitReview,
  },
  schema: z.object({ date: optional, scope: optional }),
  form: (given, context, reopening = false) => {
    const denied = placePrecondition(context);
    if (denied !== undefined && !reopening) return denied;
    return {
      title: 'Date of a performance review',
      intro: 'Its numbers are posted in this conversation ten business days before it.',
      sections: oneSection(
        date(given, 'date', 'Date of the review', reviewDates(context.now, siteCalendar(context.calendars)), {
          required: true,
        }),
        scopeField(given, context),
      ),
      ...sendOrCancel('Set date', 'review.set'),
    };
  },
  run: async (input, context) => {
    const { calendars, now, policies } = context;
    const denied = placePrecondition(context);
    if (denied !== undefined) return refuse(denied);
    const calendar = siteCalendar(calendars);
    const on = readReviewDate(input.date, now, calendar);
    const scope = readSharedScope(input.scope, context);
    if (!on.ok || !scope.ok)
      return refuse(faulty([on, scope].flatMap((read) => (read.ok ? [] : read.refusal.faults))));
    const what = { kind: 'review', date: on.value } as const;
    const { days } = policies.at(now).reviewFigures;
    const ready = firstDue(what, now, days, calendar);
    const { isNew, order: made } = await order(what, scope.value, context);
    const when =
      ready > now
        ? `The numbers for ${scope.value.name} will be posted here on ${instantText(ready)}, ${days} business days before it.`
        : `The review is less than ${days} business days away. The numbers for ${scope.value.name} were due on ${instantText(ready)}, so they are posted here now.`;
    return reply({
      card: 'message',
      tone: !isNew ? 'plain' : ready > now ? 'good' : 'warning',
      title: `Review of ${dateText(on.value)}${isNew ? '' : ' is set here already'}`,
      text: when,
      buttons: [button('Reports here', 'report.list'), button('Stop', 'review.stop', { order: made.id })],
    });
  },
};
