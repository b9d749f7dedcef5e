import { isOverdue } from './by-when';
import { plannedIn, type ActionPlan } from './plan';

/** Open plans in the order in which they want looking at: overdue, not written yet, then by their date. */
export function worstPlansFirst(plans: readonly ActionPlan[], now: number): readonly ActionPlan[] {
  const rank = (plan: ActionPlan): string => {
    const planned = plannedIn(plan);
    if (planned === undefined) return '1';
    return `${isOverdue(plan, now) ? '0' : '2'} ${planned.byWhen}`;
  };
  return plans.toSorted((a, b) => (`${rank(a)} ${a.id}` < `${rank(b)} ${b.id}` ? -1 : 1));
}
