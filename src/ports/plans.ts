import type { Scope } from '../domain/metrics/summary';
import type { ActionPlan } from '../domain/plans/plan';
import type { Records, Saved } from './records';

/** The records of action plans (rule ME-8): one open plan per measure and scope, requested once a month. */
export interface PlanRepository extends Records<ActionPlan> {
  /** The open plans of a scope, to be shown with its measures; at most one per measure. A person has none. */
  openFor(scope: Scope): Promise<readonly ActionPlan[]>;
  /** All that are open, by number; with `after`, those after that one. */
  open(limit: number, after?: string): Promise<readonly Saved<ActionPlan>[]>;
}
