import type { CardValue } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import { refusal } from '../../domain/kernel/refusal';
import { z } from 'zod/v4';
import { caseThen } from './case-number';
import { refuse, reply, type Command, type CommandContext, type Typed } from '../command';
import { caseNumber, optional } from '../forms/inputs';
import { whichCase } from './which-case';

interface CaseViewInput {
  readonly case: string;
  readonly page: string;
}

/** A command that shows something of one case and changes nothing: what differs from one to the next. */
interface CaseViewSpec {
  readonly verb: string;
  readonly title: string;
  readonly typed: Omit<Typed, 'read'>;
  readonly show: (current: Case, page: number, context: CommandContext) => CardValue | Promise<CardValue>;
}

/** Makes the command: without a case number it asks which; a page that is none is the first. */
export const caseView = ({ verb, title, typed, show }: CaseViewSpec): Command<CaseViewInput> => ({
  verb,
  title,
  area: 'Cases',
  typed: { ...typed, read: caseThen('page') },
  schema: z.object({ case: caseNumber, page: optional }),
  form: (given, context) => whichCase(verb, title, given, context),
  run: async ({ case: number, page }, context) => {
    const read = await context.cases.get(number);
    if (read === undefined) return refuse(refusal('no-such-case', { number }));
    return reply(await show(read.state, /^\d{1,6}$/.test(page) ? Number(page) : 1, context));
  },
});
