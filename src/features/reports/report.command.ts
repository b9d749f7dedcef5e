import { z } from 'zod/v4';
import { refuse, reply, type Command } from '../../commands/command';
import { choice, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { isoDateIn } from '../../domain/calendar/calendar-days';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import { daysName, daysOfMonth, monthAfter, monthOf, type Span } from '../../domain/metrics/days';
import { readAsked, splitAsked } from './read-asked';
import { scopeField } from './report-form';

/** So many months can be chosen in the form; any other is typed. */
const MONTHS = 13;

/** Scope and month, in words or as a button carries them. */
interface ReportInput {
  readonly scope: string;
  readonly month: string;
}

/** The latest months as choices, the one that ended last on top, the current one after it; and `asked`, wherever it is. */
function monthChoices(now: number, asked: Span | undefined) {
  const current = monthOf(isoDateIn(DEFAULT_ZONE, now));
  const [last, ...earlier] = Array.from({ length: MONTHS }, (_, nth) => monthAfter(current, -1 - nth));
  const months = new Set([last, current, ...earlier, asked].filter((month) => month !== undefined));
  return [...months].map((month) => ({ title: daysName(daysOfMonth(month)), value: month }));
}

/**
 * A month's report: its story, the key numbers, and links to a page to print and to files with the numbers and
 * the cases (rule ME-7). Everyone may see the metrics of the enterprise, an MSC, or a group.
 */
export const reportCommand: Command<ReportInput> = {
  verb: 'report.show',
  title: 'Report',
  area: 'Metrics',
  typed: {
    words: ['report'],
    usage: 'report [group or MSC] [month]',
    summary: "A month's report: a summary, the metrics, a page to print, and files for a spreadsheet.",
    example: 'report aviation last month',
    read: splitAsked,
  },
  schema: z.object({ scope: optional, month: optional }),
  form: (given, context) => {
    // If only the scope was wrong, the month stays chosen.
    const read = given['month'] === undefined ? undefined : readAsked('', given['month'], context);
    const asked = read?.ok === true ? read.value.month.month : undefined;
    const choices = monthChoices(context.now, asked);
    const shown = asked === undefined ? given : { ...given, month: asked };
    return {
      title: 'Report for a month',
      sections: oneSection(
        scopeField(given, context),
        choice(shown, 'month', 'Month', { required: true, choices, otherwise: choices[0]?.value ?? '' }),
      ),
      ...sendOrCancel('Show report', 'report.show'),
    };
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
