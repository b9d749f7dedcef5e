import { z } from 'zod/v4';
import { caseThen, readCaseNumber } from '../../commands/cases/case-number';
import { whichCase } from '../../commands/cases/which-case';
import { refuse, reply, type Command } from '../../commands/command';
import { optional } from '../../commands/forms/inputs';
import { conversationOf } from '../../commands/where-of';

/** The id of a record that isn't a case, such as TM0000012 or tm-12. */
const OTHER = /^(?!cs)[a-z]{2}-?\d+$/i;
const writtenOut = (id: string): string => id.replace('-', '').toUpperCase();
const readCase = caseThen('page');

const recordId = z
  .string()
  .default('')
  .transform((text, issues) => {
    const id = OTHER.test(text.trim()) ? writtenOut(text.trim()) : readCaseNumber(text);
    if (id !== undefined) return id;
    issues.addIssue({ code: 'custom', message: 'Enter the case number, for example CS0000012.' });
    return z.NEVER;
  });

/** Shows everything done on a case, or on any other record, in order: what, who, and when (rule RE-1). */
export const historyCommand: Command<{ readonly case: string; readonly page: string }> = {
  verb: 'case.history',
  title: 'History',
  area: 'Cases',
  typed: {
    words: ['history', 'audit'],
    usage: 'history CS0000001 [page]',
    summary: 'Everything done on a case, in order: what, who, and when.',
    example: 'history CS0000012',
    hint: 'It also works with the number of any other record, such as AP0000012.',
    read: (rest) => {
      const [id = '', page] = rest.split(/\s+/);
      if (!OTHER.test(id)) return readCase(rest);
      return { case: writtenOut(id), ...(page === undefined ? {} : { page }) };
    },
  },
  schema: z.object({ case: recordId, page: optional }),
  form: (given, context) => whichCase('case.history', 'History', given, context),
  run: async ({ case: id, page }, context) => {
    const shown = /^\d{1,6}$/.test(page) ? Number(page) : 1;
    const reader = { person: context.actor, conversation: conversationOf(context.place) };
    const read = await context.records.subject(id, reader, context);
    return read.ok ? reply({ card: 'history', subject: read.value, page: shown }) : refuse(read.refusal);
  },
};
