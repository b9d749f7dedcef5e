import { siteCalendar } from '../domain/metrics/month-close';
import { measureRow } from '../domain/metrics/measures';
import type { SharedScope } from '../domain/metrics/summary';
import { plannedIn, planScopeKey, type ActionPlan } from '../domain/plans/plan';
import type { ReportPlan } from '../domain/reports/report';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { ReportParts } from './report-parts';

/** So many open plans are looked at: more than an agency has measures and groups to plan for. */
const MAX = 1_000;

/** The action plans that are open for a scope or for one within it, by number (rule ME-8). */
export async function plansOf(
  { plans }: Pick<ReportParts, 'plans'>,
  scope: SharedScope,
  context: DomainContext,
): Promise<readonly ReportPlan[]> {
  const open = (await plans.open(MAX)).map(({ state: plan }) => plan);
  return open
    .filter((plan) => isWithin(plan.scope, scope, context))
    .map((plan) => inShort(plan, scope, context));
}

function isWithin(of: SharedScope, scope: SharedScope, { directory }: DomainContext): boolean {
  if (scope.kind === 'enterprise' || planScopeKey(of) === planScopeKey(scope)) return true;
  return scope.kind === 'msc' && of.kind === 'group' && directory.group(of.key)?.msc === scope.key;
}

function inShort(plan: ActionPlan, scope: SharedScope, { now, calendars }: DomainContext): ReportPlan {
  const { name } = measureRow(plan.measure);
  const isOwn = planScopeKey(plan.scope) === planScopeKey(scope);
  const planned = plannedIn(plan);
  return {
    id: plan.id,
    measure: isOwn ? name : `${name} of ${plan.scope.name}`,
    ...(planned === undefined ? {} : { planned: { what: planned.what, byWhen: planned.byWhen } }),
    // The day itself counts (rule BT-6).
    overdue: planned !== undefined && planned.byWhen < siteCalendar(calendars).dateOf(now),
  };
}
