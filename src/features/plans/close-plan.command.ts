import { z } from 'zod/v4';
import { measureName } from '../../cards/plans/plan-text';
import { changeInTurn } from '../../commands/change-in-turn';
import { refuse, type Command } from '../../commands/command';
import { choicesOf, longText, oneSection, radio, sendOrCancel } from '../../commands/forms/fields';
import { CLOSINGS, closePlan, refusedAsClosed } from '../../domain/plans/decide-plan';
import type { ActionPlan } from '../../domain/plans/plan';
import { planType } from '../../domain/plans/plan-type';
import { planPrecondition } from '../../domain/plans/plan-owner';
import { refusal } from '../../domain/kernel/refusal';
import { planNumber, planThen } from './plan-number';
import { planReply } from './show-plan';

/** Closes an action plan as met or withdrawn, with a reason (rule ME-8). */
export const closePlanCommand: Command<{ plan: string } & Record<string, string>> = {
  verb: 'plan.close',
  title: 'Close action plan',
  area: 'Metrics',
  typed: {
    words: ['close action plan'],
    usage: 'close action plan AP0000001',
    summary: 'Closes an action plan as met or withdrawn, with a reason.',
    example: 'close action plan AP0000012',
    freeText: 'why',
    read: planThen('why'),
  },
  schema: z.object({ plan: planNumber, submitted: z.literal('yes', { error: '' }) }).catchall(z.string()),
  form: async (given, { actor, directory, plans }, reopening = false) => {
    const id = planNumber.safeParse(given['plan']);
    const saved = id.success ? await plans.get(id.data) : undefined;
    if (saved === undefined) return refusal('no-such-plan', { plan: given['plan'] ?? '' });
    const { state: plan } = saved;
    const denied = planPrecondition(actor, plan.scope, directory) ?? refusedAsClosed(plan);
    if (denied !== undefined && !reopening) return denied;
    return {
      title: `Close ${plan.id}`,
      intro: `${measureName(plan)}, ${plan.scope.name}. It closes automatically when a month meets the goal.`,
      sections: oneSection(
        radio(given, 'how', 'How it ends', { required: true, choices: choicesOf(CLOSINGS) }),
        longText(given, 'why', 'Why', { required: true }),
      ),
      ...sendOrCancel('Close action plan', 'plan.close', { plan: plan.id }),
    };
  },
  run: async (input, context) => {
    const { actor, directory, plans } = context;
    const kept = { type: planType, records: plans };
    const decide = (plan: ActionPlan) => closePlan(plan, input, actor, directory);
    const changed = await changeInTurn(kept, input.plan, decide, context);
    if (changed.kind === 'missing') return refuse(refusal('no-such-plan', { plan: input.plan }));
    if (changed.kind === 'refused') return refuse(changed.refusal);
    return planReply(changed.saved.state, context);
  },
};
