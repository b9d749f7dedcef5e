import { caseThen } from '../../commands/cases/case-number';
import { caseReply } from '../../commands/cases/case-reply';
import { refuse, type Command } from '../../commands/command';
import { caseNumber } from '../../commands/forms/inputs';
import { whichCase } from '../../commands/cases/which-case';
import { refusal } from '../../domain/kernel/refusal';
import { z } from 'zod/v4';

/** Shows a case: state, holder, clocks, the latest notes, and what can be done. */
export const showCaseCommand: Command<{ case: string }> = {
  verb: 'case.show',
  title: 'Open',
  area: 'Cases',
  typed: {
    words: ['show case', 'open case', 'case', 'show'],
    usage: 'case CS0000001',
    summary: 'Shows a case. You can also type just its number.',
    example: 'case CS0000012',
    read: caseThen(),
  },
  schema: z.object({ case: caseNumber }),
  form: (given, context) => whichCase('case.show', 'Show a case', given, context),
  run: async ({ case: number }, context) => {
    const read = await context.cases.get(number);
    return read === undefined
      ? refuse(refusal('no-such-case', { number }))
      : caseReply(read.state, context.actor.id);
  },
};
