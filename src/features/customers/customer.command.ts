import { z } from 'zod/v4';
import type { CardValue } from '../../cards/shared/card-value';
import { readCaseNumber } from '../../commands/cases/case-number';
import { refuse, reply, type Command } from '../../commands/command';
import { oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { required } from '../../commands/forms/inputs';
import { refusal } from '../../domain/kernel/refusal';
import { customerList } from './customer-list';
import { customerOfCase } from './customer-of-case';

interface CustomerInput {
  readonly case: string;
}

// "81349" is more likely a CAGE than a case, so a case number of five digits or more needs its CS.
const caseMeant = (typed: string): string | undefined =>
  /^\d{5,}$/.test(typed.trim()) ? undefined : readCaseNumber(typed);

/**
 * Shows a customer: by a case, with what was corrected and the account's other cases, so that one answer serves them all
 * (rules AC-1, CA-3); or by a DoDAAC, name, or email, each with a button for a new case.
 */
export const customerCommand: Command<CustomerInput> = {
  verb: 'case.customer',
  title: 'Customer',
  area: 'Cases',
  typed: {
    words: ['customer cases', 'customer'],
    usage: 'customer CS0000001 | <DoDAAC, name, or email>',
    summary: "Shows a case's customer and their other cases, or finds customers to start a new case for.",
    example: 'customer W25G1U',
    read: (rest) => (rest === '' ? {} : { case: rest }),
  },
  schema: z.object({ case: required('Enter a case number, a DoDAAC, a name, or an email.') }),
  form: (given) => ({
    title: 'Which customer?',
    sections: oneSection(
      text(given, 'case', 'Case number, DoDAAC, name, or email', {
        required: true,
        placeholder: 'W25G1U',
        hint: 'The start of each word is enough.',
      }),
    ),
    ...sendOrCancel('Show', 'case.customer'),
  }),
  run: async ({ case: typed }, context) => {
    const number = caseMeant(typed);
    const shown = (card: CardValue) => reply(card);
    if (number === undefined) return shown(await customerList(typed, context));
    const read = await context.cases.get(number);
    if (read === undefined) return refuse(refusal('no-such-case', { number }));
    return shown(await customerOfCase(read.state, context));
  },
};
