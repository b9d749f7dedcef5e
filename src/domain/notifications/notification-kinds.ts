/** What comes as a personal message, as each person sets it for themselves. */
export const NOTIFICATION_KINDS = {
  assigned: 'A case is assigned to me',
  escalations: 'Escalations, referrals, and answers',
  work: 'What others do on my cases',
  breaches: 'Missed clocks',
  mail: 'An email to a customer was rejected or not sent',
  needed: 'Approvals, requests, and cases whose assignee left',
  plans: 'Action plans I own',
} as const;
export type NotificationKind = keyof typeof NOTIFICATION_KINDS;

/**
 * What waits for the person, or was lost: it may come as a digest, but cannot be turned off. That a goal is met rides with
 * the plans that wait (rule ME-8): it comes once a plan.
 */
export const CANNOT_BE_OFF: readonly NotificationKind[] = ['needed', 'plans'];
