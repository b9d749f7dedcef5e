import type { PlanNotice } from '../domain/plans/plan-notice';
import type { Scope } from '../domain/metrics/summary';
import type { ActionPlan, PlanChange } from '../domain/plans/plan';

/** A plan as saved: the version that was read must be given back on saving. */
export interface SavedPlan {
  readonly plan: ActionPlan;
  readonly version: number;
}

/** A plan whose notices are not in the outbox yet. */
export interface PendingPlan {
  readonly plan: ActionPlan;
  readonly notices: readonly PlanNotice[];
}

/** The record of action plans (rule ME-8): one open plan a measure and scope, asked for once a month. */
export interface PlanRepository {
  /** The next number, never given twice: AP0000001 and on. */
  nextId(): Promise<string>;
  get(id: string): Promise<SavedPlan | undefined>;
  /** `standing` is the plan that is open for the same measure and scope, or was asked for in the same month. */
  insert(change: PlanChange): Promise<{ readonly kind: 'saved' | 'standing'; readonly plan: ActionPlan }>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: PlanChange): Promise<boolean>;
  /** The open plans of a scope, to be shown with its measures; at most one a measure. A person has none. */
  openFor(scope: Scope): Promise<readonly ActionPlan[]>;
  /** All that are open, by number; with `after`, those after that one. */
  open(limit: number, after?: string): Promise<readonly SavedPlan[]>;
  /** Open plans whose owners are to be told by now that their date has passed. */
  toRemind(now: number, limit: number): Promise<readonly SavedPlan[]>;
  withPendingNotices(limit: number): Promise<readonly PendingPlan[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}
