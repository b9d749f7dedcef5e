import { remindOfPlan } from '../domain/plans/follow-plan';
import { changePlan } from './change-plan';
import type { PlanParts } from './plan-parts';

const BATCH = 100;

/**
 * Tells the owners of plans whose date has passed, once a revision (rule ME-8). A plan at fault is logged and stops no
 * other. Can be repeated, and be done by several at once.
 */
export async function remind({ plans, world, log, changed }: PlanParts): Promise<void> {
  const { now, directory } = world();
  for (const found of await plans.toRemind(now, BATCH)) {
    try {
      if (await changePlan(plans, found, (plan) => remindOfPlan(plan, now, directory))) changed();
    } catch (error) {
      log.error(
        { plan: found.plan.id, err: error },
        'An overdue action plan could not be told of; it is tried again',
      );
    }
  }
}
