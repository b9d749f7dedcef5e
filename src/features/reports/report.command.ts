import { DateTime } from 'luxon';
import { z } from 'zod/v4';
import { refuse, reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { cancel, choice, sendButton } from '../../commands/fields';
import { optional } from '../../commands/inputs';
import { DEFAULT_ZONE } from '../../domain/clocks/site-calendars';
import { readAsked, splitAsked } from './read-asked';
import { scopeField } from './report-form';

/** So many months can be chosen in the form; any other is typed. */
const MONTHS = 13;

/** Scope and month, in words or as a button carries them. */
interface ReportInput {
  readonly scope: string;
  readonly month: string;
}

/** The latest months as choices, the one that ended last on top; the current one after it. */
function monthChoices(now: number) {
  const current = DateTime.fromMillis(now, { zone: DEFAULT_ZONE, locale: 'en-US' }).startOf('month');
  const back = Array.from({ length: MONTHS }, (_, nth) => current.minus({ months: nth + 1 }));
  return [...back.slice(0, 1), current, ...back.slice(1)].map((month) => ({
    title: month.toFormat('LLLL yyyy'),
    value: month.toFormat('yyyy-MM'),
  }));
}

/**
 * The report of a month: its story, the key figures, and links to a page for the printer and to the files of the figures and
 * of the cases (rule ME-7). Everyone may see the figures of the enterprise, an MSC and a group.
 */
export const reportCommand: Command<ReportInput> = {
  verb: 'report.show',
  title: 'Report',
  area: 'Metrics',
  typed: {
    words: ['report'],
    usage: 'report [group or MSC] [month]',
    summary: 'The report of a month: its story, the figures, a page to print and files for a spreadsheet.',
    example: 'report aviation last month',
    read: splitAsked,
  },
  schema: z.object({ scope: optional, month: optional }),
  form: (given, context) => {
    const choices = monthChoices(context.now);
    return Promise.resolve({
      title: 'Report of a month',
      sections: [
        {
          fields: [
            scopeField(given, context),
            choice(given, 'month', 'Month', { required: true, choices, otherwise: choices[0]?.value ?? '' }),
          ],
        },
      ],
      submit: sendButton('Show report', 'report.show'),
      others: [cancel],
    });
  },
  run: async ({ scope, month }, context) => {
    const asked = readAsked(scope, month, context);
    if (!asked.ok) return refuse(asked.refusal);
    return reply({
      card: 'report',
      ...(await context.reports.show(asked.value)),
      occasion: { kind: 'asked' },
    });
  },
};
