import type { Form } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import { mayNow } from '../../domain/cases/decision';
import type { Happening } from '../../domain/cases/timeline';
import { BUTTON_TITLES } from '../../domain/cases/permissions';
import type { CaseAction } from '../../domain/cases/permissions';
import { refusal } from '../../domain/kernel/refusal';
import type { Refusal } from '../../domain/kernel/refusal';
import type { Result } from '../../domain/kernel/result';
import type { z } from 'zod/v4';
import { readCaseNumber } from './case-number';
import { changeCase } from './change-case';
import type { Command, CommandContext, Typed } from '../command';
import type { CaseInput } from '../forms/inputs';
import { backToCase, sendButton } from '../forms/fields';
import type { Given } from '../forms/fields';
import { whichCase } from './which-case';

/** What a form about a case adds to the common frame; `submit` and `others` only where they differ from it. */
export type CaseFormParts = Pick<Form, 'title' | 'sections'> & Partial<Form>;

/** A command that changes one case: what differs from one to the next. */
interface CaseActionSpec<Input extends CaseInput> {
  readonly action: CaseAction;
  readonly area: string;
  readonly typed: Typed;
  /** What it does goes to the customer; then it has a form. */
  readonly reachesCustomer?: true;
  readonly schema: z.ZodType<Input>;
  /** The fields of its form; absent where the case number is all that it takes. */
  form?(current: Case, given: Given, context: CommandContext): CaseFormParts | Promise<CaseFormParts>;
  /** Why the form need not be opened, beside permission and state: nothing could come of it. */
  barred?(current: Case, context: CommandContext): Refusal | undefined;
  decide(current: Case, input: Input, context: CommandContext): Result<readonly Happening[]>;
  /** The banner over the fresh card: what was done. */
  said(after: Case, input: Input, context: CommandContext): string;
}

/** Makes the command of a case action. Opening its form checks permission and state first; so does running it. */
export function caseAction<Input extends CaseInput>(spec: CaseActionSpec<Input>): Command<Input> {
  const title = BUTTON_TITLES[spec.action];
  return {
    verb: spec.action,
    title,
    area: spec.area,
    ...(spec.reachesCustomer === true ? { reachesCustomer: true } : {}),
    typed: spec.typed,
    schema: spec.schema,
    form: (given, context, reopening = false) => open(spec, title, given, context, reopening),
    run: (input, context) =>
      changeCase(context, input.case, {
        action: spec.action,
        decide: (current) => spec.decide(current, input, context),
        said: (after) => spec.said(after, input, context),
      }),
  };
}

async function open<Input extends CaseInput>(
  spec: CaseActionSpec<Input>,
  title: string,
  given: Given,
  context: CommandContext,
  reopening: boolean,
): Promise<Form | Refusal> {
  const number = readCaseNumber(given['case'] ?? '');
  const refusedOn = (current: Case): Refusal | undefined => {
    const may = mayNow(spec.action, current, context.actor, context);
    return may.ok ? spec.barred?.(current, context) : may.refusal;
  };
  if (number === undefined)
    return whichCase(spec.action, title, given, context, (current) => refusedOn(current) === undefined);
  const read = await context.cases.get(number);
  if (read === undefined) return refusal('no-such-case', { number });
  if (!reopening) {
    const refused = refusedOn(read.state);
    if (refused !== undefined) return refused;
  }
  const parts = (await spec.form?.(read.state, given, context)) ?? {
    title: `${title} ${number}`,
    sections: [],
  };
  return {
    submit: sendButton(title, spec.action, { case: number }),
    others: [backToCase(number)],
    ...parts,
  };
}
