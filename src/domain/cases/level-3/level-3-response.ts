/**
 * The responses of Level 3 (rule L3-5): the first five to a pre-award case, the others and a delay to a post-award case
 * or a site issue. Dates are ISO dates.
 */
export type Level3Response =
  | { readonly kind: 'engineering-support'; readonly completionDate: string; readonly text: string }
  | { readonly kind: 'award'; readonly deliveryDate: string; readonly text: string }
  | { readonly kind: 'not-procurable'; readonly text: string }
  | { readonly kind: 'pr-cancelled'; readonly text: string }
  | { readonly kind: 'delay'; readonly until: string; readonly text: string }
  | { readonly kind: 'information'; readonly text: string }
  | { readonly kind: 'action-taken'; readonly takenOn: string; readonly text: string }
  | { readonly kind: 'not-possible'; readonly text: string };
