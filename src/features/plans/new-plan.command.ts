import { z } from 'zod/v4';
import { changeInTurn, insertInTurn } from '../../commands/change-in-turn';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import type { Given } from '../../commands/forms/fields';
import { revisePlan, writeNewPlan } from '../../domain/plans/decide-plan';
import type { ActionPlan } from '../../domain/plans/plan';
import { planType } from '../../domain/plans/plan-type';
import { planPrecondition } from '../../domain/plans/plan-owner';
import { refusal } from '../../domain/kernel/refusal';
import { missedGoal } from './missed-goal';
import { planForm } from './plan-form';
import { planNumber, planThen } from './plan-number';
import { readSubject } from './plan-subject';
import { readPlanLine } from './plan-words';
import { planReply, showPlan } from './show-plan';

/** Writes or revises the action plan of a measure that missed its goal; a number shows one (rule ME-8). */
export const newPlanCommand: Command<Record<string, string>> = {
  verb: 'plan.new',
  title: 'Action plan',
  area: 'Metrics',
  typed: {
    words: ['action plan'],
    usage: 'action plan <measure> [scope] | AP0000001',
    summary: 'Writes an action plan for a missed goal (what, who, and by when), or shows one.',
    example: 'action plan csat aviation',
    hint: "The measure's owner writes it: the program office for the enterprise, the business process analyst for an MSC, or a gatekeeper or supervisor for a group.",
    read: (rest) =>
      planNumber.safeParse(rest).success && rest !== '' ? planThen()(rest) : readPlanLine(rest),
  },
  schema: z.object({}).catchall(z.string()),
  form: (given, context, reopening = false) => planForm(given, context, reopening),
  run: async (input, context) => {
    if (input['submitted'] === 'yes') return write(input, context);
    const number = planNumber.safeParse(input['plan']);
    if (number.success && input['measure'] === undefined) return showPlan(number.data, context);
    const form = await planForm(input, context, false);
    return 'code' in form ? refuse(form) : reply({ card: 'form', form });
  },
};

async function write(input: Given, context: CommandContext): Promise<Outcome> {
  const number = planNumber.safeParse(input['plan']);
  return number.success
    ? revise(number.data, Number(input['revision']), input, context)
    : writeNew(input, context);
}

async function revise(id: string, shown: number, input: Given, context: CommandContext): Promise<Outcome> {
  const { actor, directory, now, plans } = context;
  const kept = { type: planType, records: plans };
  const decide = (plan: ActionPlan) => revisePlan(plan, shown, input, actor, now, directory);
  const changed = await changeInTurn(kept, id, decide, context);
  if (changed.kind === 'missing') return refuse(refusal('no-such-plan', { plan: id }));
  if (changed.kind === 'refused') return refuse(changed.refusal);
  return planReply(changed.saved.state, context);
}

async function writeNew(input: Given, context: CommandContext): Promise<Outcome> {
  const { actor, directory, now, plans } = context;
  const read = readSubject(input, context);
  if (!read.ok) return refuse(read.refusal);
  const { measure, scope } = read.value;
  const denied = planPrecondition(actor, scope, directory);
  if (denied !== undefined) return refuse(denied);
  const missed = await missedGoal(read.value, context);
  if (!missed.ok) return refuse(missed.refusal);
  const decided = writeNewPlan({ measure, scope, missed: missed.value }, input, actor, now, directory);
  if (!decided.ok) return refuse(decided.refusal);
  const { kind, saved } = await insertInTurn({ type: planType, records: plans }, decided.value, context);
  // One that was opened meanwhile: asked for, it is written now; written by someone else, it is seen first.
  return kind === 'changed' ? planReply(saved.state, context) : revise(saved.id, 0, input, context);
}
