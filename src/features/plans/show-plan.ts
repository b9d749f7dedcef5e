import { refuse, reply, type CommandContext, type Outcome } from '../../commands/command';
import type { ActionPlan } from '../../domain/plans/plan';
import { mayPlan } from '../../domain/plans/plan-owner';
import { refusal } from '../../domain/kernel/refusal';

/** A plan as its reader sees it, with a page of its history if one is asked for. */
export const planReply = (plan: ActionPlan, { actor, directory }: CommandContext, page?: number): Outcome =>
  reply({
    card: 'plan',
    plan,
    may: mayPlan(actor, plan.scope, directory),
    ...(page === undefined ? {} : { page }),
  });

/** Shows one plan with its history, to anyone (rule ME-8). */
export async function showPlan(id: string, context: CommandContext, page = 1): Promise<Outcome> {
  const saved = await context.plans.get(id);
  return saved === undefined
    ? refuse(refusal('no-such-plan', { plan: id }))
    : planReply(saved.state, context, page);
}
