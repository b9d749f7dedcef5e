import { z } from 'zod/v4';
import { measureName } from '../../cards/plans/plan-text';
import { refuse } from '../../commands/command';
import type { Command } from '../../commands/command';
import { cancel, choicesOf, longText, radio, sendButton } from '../../commands/forms/fields';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { CLOSINGS, closePlan, refusedAsClosed } from '../../domain/plans/decide-plan';
import { isDone } from '../../domain/plans/plan';
import { barredFromPlan } from '../../domain/plans/plan-owner';
import { refusal } from '../../domain/kernel/refusal';
import { planNumber, planThen } from './plan-number';
import { planReply } from './show-plan';

const TRIES = 6;

/** Closes an action plan by hand, as met or as withdrawn, with why (rule ME-8). */
export const closePlanCommand: Command<{ plan: string } & Record<string, string>> = {
  verb: 'plan.close',
  title: 'Close action plan',
  area: 'Metrics',
  typed: {
    words: ['close action plan'],
    usage: 'close action plan AP0000001',
    summary: 'Closes an action plan by hand: met, or withdrawn, with why.',
    example: 'close action plan AP0000012',
    freeText: 'why',
    read: planThen('why'),
  },
  schema: z.object({ plan: planNumber, submitted: z.literal('yes', { error: '' }) }).catchall(z.string()),
  form: async (given, { actor, directory, plans }, reopening = false) => {
    const id = planNumber.safeParse(given['plan']);
    const saved = id.success ? await plans.get(id.data) : undefined;
    if (saved === undefined) return refusal('no-such-plan', { plan: given['plan'] ?? '' });
    const { plan } = saved;
    const barred = barredFromPlan(actor, plan.scope, directory) ?? refusedAsClosed(plan);
    if (barred !== undefined && !reopening) return barred;
    return {
      title: `Close ${plan.id}`,
      intro: `${measureName(plan)}, ${plan.scope.name}. It closes by itself when a month meets the goal.`,
      sections: [
        {
          fields: [
            radio(given, 'how', 'How it ends', { required: true, choices: choicesOf(CLOSINGS) }),
            longText(given, 'why', 'Why', { required: true, maxLength: TEXT_LIMITS.text }),
          ],
        },
      ],
      submit: sendButton('Close action plan', 'plan.close', { plan: plan.id }),
      others: [cancel],
    };
  },
  run: async (input, context) => {
    const { actor, cause, directory, now: at, plans } = context;
    for (let tried = 0; tried < TRIES; tried += 1) {
      const saved = await plans.get(input.plan);
      if (saved === undefined) return refuse(refusal('no-such-plan', { plan: input.plan }));
      if (isDone(saved.plan, cause)) return planReply(saved.plan, context);
      const decided = closePlan(saved.plan, input, actor, { at, cause }, directory);
      if (!decided.ok) return refuse(decided.refusal);
      if (await plans.save(saved.version, decided.value)) return planReply(decided.value.plan, context);
    }
    throw new Error(`The action plan ${input.plan} could not be closed in ${TRIES} tries`);
  },
};
