import type { ActionPlan } from '../domain/plans/plan';
import type { PlanRepository } from '../ports/plans';
import type { Saved } from '../ports/records';

const PAGE = 200;

/** Every open plan, by number, whatever is closed meanwhile. */
export async function allOpen(plans: Pick<PlanRepository, 'open'>): Promise<readonly Saved<ActionPlan>[]> {
  const all: Saved<ActionPlan>[] = [];
  for (;;) {
    const page = await plans.open(PAGE, all.at(-1)?.id);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
