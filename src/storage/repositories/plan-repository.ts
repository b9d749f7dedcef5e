import type { Scope } from '../../domain/metrics/summary';
import { planScopeKey, type ActionPlan, type PlanEvent } from '../../domain/plans/plan';
import type { PlanRepository } from '../../ports/plans';
import type { Saved } from '../../ports/records';
import { StoredRecords } from '../stored-records';

/** More than there are measures. */
const OF_A_SCOPE = 100;

/** Action plans on a store. */
export class StoredPlans extends StoredRecords<ActionPlan, PlanEvent> implements PlanRepository {
  async openFor(scope: Scope): Promise<readonly ActionPlan[]> {
    const found = await this.find({ where: { openScope: planScopeKey(scope) }, limit: OF_A_SCOPE });
    return found.map(({ state }) => state);
  }

  open(limit: number, after?: string): Promise<readonly Saved<ActionPlan>[]> {
    const last = after === undefined ? undefined : { id: after, value: after };
    return this.find({ where: { isOpen: true }, limit, after: last });
  }
}
