/** The clocks of the policy. Each has its table in `domain/policy` and its rule in docs/policy.md. */
export type ClockKind =
  | 'assignment' // AS-2: the gatekeeper assigns (Level 2 and 3)
  | 'interim-response' // CK-1
  | 'recurring-status' // CK-2
  | 'initial-update' // CK-5
  | 'recurring-update' // CK-6
  | 'par-follow-up' // CK-8
  | 'par-closure' // CK-9
  | 'resolution-enterprise' // CK-10, 8 business days
  | 'resolution-level-2-and-3'; // CK-10, 16 business days

/** One run of a clock on a case: `assignment#2` is its second; written so in timelines, notifications and cards. */
export type ClockKey = `${ClockKind}#${number}`;

/** Which clock a key is of. */
export const kindOf = (key: ClockKey): ClockKind => key.split('#')[0] as ClockKind;
