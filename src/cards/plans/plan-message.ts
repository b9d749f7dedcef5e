import type { PlanNotice } from '../../domain/plans/plan-notice';
import type { ActionPlan } from '../../domain/plans/plan';
import type { ValueOf } from '../shared/presented';

/** The card of a notice about an action plan, to one of its owners, from the plan as it is now. */
export const planMessage = (plan: ActionPlan, told: PlanNotice['subject']): ValueOf<'plan'> => ({
  card: 'plan',
  plan,
  may: true,
  told,
});
