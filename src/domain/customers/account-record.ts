import type { Account } from '../cases/details/details';
import type { Actor } from '../cases/timeline';

/** Who did it, when (epoch milliseconds), and the id of the activity that brought it. */
export interface CustomerAct {
  readonly by: Actor;
  readonly at: number;
  readonly cause: string;
}

/** What happened to an account. The timeline only grows: a correction is a new entry (rule RE-1). */
export type AccountEntry = CustomerAct &
  (
    | { readonly kind: 'recorded' }
    | { readonly kind: 'named'; readonly from?: string; readonly to: string; readonly why: string }
  );

/** The customer's organization as it is recorded, one record an account (rule AC-1). */
export interface CustomerAccount {
  readonly account: Account;
  readonly timeline: readonly AccountEntry[];
  /** Where it is known. */
  readonly name?: string;
}

/** The fixed id of an account's record, so that it is one whoever records it. */
export const accountId = ({ kind, code }: Account): string => `${kind}:${code}`;

/** Reads an account from its timeline. */
export function projectAccount(account: Account, timeline: readonly AccountEntry[]): CustomerAccount {
  const named = timeline.findLast((entry) => entry.kind === 'named');
  return { account, timeline, ...(named === undefined ? {} : { name: named.to }) };
}
