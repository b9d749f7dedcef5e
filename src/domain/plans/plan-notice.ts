import type { PersonId } from '../directory/directory';

/**
 * One outgoing message about an action plan (rule ME-8), made in one write with what it tells. Its id is made of plan,
 * subject, entry and addressee; its card is made when it is sent.
 */
export interface PlanNotice {
  readonly id: string;
  readonly plan: string;
  /** `asked` for a plan, `overdue` what was planned and is not met, `met` the goal; each to the plan's owners. */
  readonly subject: 'asked' | 'overdue' | 'met';
  readonly to: { readonly kind: 'person'; readonly person: PersonId };
  /** Epoch milliseconds of the change that made it. */
  readonly madeAt: number;
}
