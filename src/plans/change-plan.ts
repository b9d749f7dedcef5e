import type { PlanChange } from '../domain/plans/plan';
import type { PlanRepository, SavedPlan } from '../ports/plans';

/** A plan is changed by its owners, by every instance, and by the relay, which takes its notices off. */
const TRIES = 20;

/**
 * Changes a plan as `decide` says, decided again from the fresh plan where someone was quicker. Answers whether it was
 * changed: not where `decide` finds nothing to do (any more).
 */
export async function changePlan(
  plans: Pick<PlanRepository, 'get' | 'save'>,
  found: SavedPlan,
  decide: (plan: SavedPlan['plan']) => PlanChange | undefined,
): Promise<boolean> {
  let saved: SavedPlan | undefined = found;
  for (let tried = 0; tried < TRIES && saved !== undefined; tried++) {
    const change = decide(saved.plan);
    if (change === undefined) return false;
    if (await plans.save(saved.version, change)) return true;
    saved = await plans.get(found.plan.id);
  }
  throw new Error(`The action plan ${found.plan.id} could not be changed in ${TRIES} tries`);
}
