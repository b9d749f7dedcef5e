import { z } from 'zod/v4';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext, Outcome } from '../../commands/command';
import type { Given } from '../../commands/forms/fields';
import { revisePlan, writeNewPlan } from '../../domain/plans/decide-plan';
import { isDone } from '../../domain/plans/plan';
import { barredFromPlan } from '../../domain/plans/plan-owner';
import { refusal } from '../../domain/kernel/refusal';
import { missedGoal } from './missed-goal';
import { planForm } from './plan-form';
import { planNumber, planThen } from './plan-number';
import { readSubject } from './plan-subject';
import { readPlanLine } from './plan-words';
import { planReply, showPlan } from './show-plan';

// A plan is changed by its owners, by the month's figures, and by the relay, which takes its notices off.
const TRIES = 6;

/** Writes the action plan of a measure that missed its goal, or writes it anew; a number shows one (rule ME-8). */
export const newPlanCommand: Command<Record<string, string>> = {
  verb: 'plan.new',
  title: 'Action plan',
  area: 'Metrics',
  typed: {
    words: ['action plan'],
    usage: 'action plan <measure> [scope] | AP0000001',
    summary: 'Writes what is done about a missed goal, who does it and by when; or shows an action plan.',
    example: 'action plan csat aviation',
    hint: 'Who owns the measure writes it: the program office of the enterprise, the business process analyst of an MSC, who runs it of a group.',
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
  const { actor, cause, directory, now: at, plans } = context;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const saved = await plans.get(id);
    if (saved === undefined) return refuse(refusal('no-such-plan', { plan: id }));
    if (isDone(saved.plan, cause)) return planReply(saved.plan, context);
    const decided = revisePlan(saved.plan, shown, input, actor, { at, cause }, directory);
    if (!decided.ok) return refuse(decided.refusal);
    if (await plans.save(saved.version, decided.value)) return planReply(decided.value.plan, context);
  }
  throw new Error(`The action plan ${id} could not be saved in ${TRIES} tries`);
}

async function writeNew(input: Given, context: CommandContext): Promise<Outcome> {
  const { actor, cause, directory, now: at, plans } = context;
  const read = readSubject(input, context);
  if (!read.ok) return refuse(read.refusal);
  const { measure, scope } = read.value;
  const barred = barredFromPlan(actor, scope, directory);
  if (barred !== undefined) return refuse(barred);
  const missed = await missedGoal(read.value, context);
  if (!missed.ok) return refuse(missed.refusal);
  const decide = (id: string) =>
    writeNewPlan({ id, measure, scope, missed: missed.value }, input, actor, { at, cause }, directory);
  // Nothing is numbered that is not kept.
  const tried = decide('');
  if (!tried.ok) return refuse(tried.refusal);
  const decided = decide(await plans.nextId());
  if (!decided.ok) return refuse(decided.refusal);
  const { kind, plan } = await plans.insert(decided.value);
  // One that was opened meanwhile: asked for, it is written now; written by someone else, it is seen first.
  return kind === 'saved' ? planReply(plan, context) : revise(plan.id, 0, input, context);
}
