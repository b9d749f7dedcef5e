import type { PlanRepository, SavedPlan } from '../ports/plans';

const PAGE = 200;

/** Every open plan, by number, whatever is closed meanwhile. */
export async function allOpen(plans: Pick<PlanRepository, 'open'>): Promise<readonly SavedPlan[]> {
  const all: SavedPlan[] = [];
  for (;;) {
    const page = await plans.open(PAGE, all.at(-1)?.plan.id);
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
