import type { RequestNotice } from '../domain/memberships/request-notice';
import type { MembershipChange, MembershipRequest } from '../domain/memberships/membership';

/** A membership request as saved: the version that was read must be given back on saving. */
export interface SavedRequest {
  readonly request: MembershipRequest;
  readonly version: number;
}

/** The record of membership requests: one open request a person and group (rule AC-3). */
export interface MembershipRepository {
  /** The next number, never given twice: MR1 and on. */
  nextId(): Promise<string>;
  get(id: string): Promise<SavedRequest | undefined>;
  /** `standing` is the request that is open for the same person and group, or that the same activity made. */
  insert(
    change: MembershipChange,
  ): Promise<{ readonly kind: 'saved' | 'standing'; readonly request: MembershipRequest }>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: MembershipChange): Promise<boolean>;
  /** Open requests for these groups. */
  open(groupKeys: readonly string[], limit: number): Promise<readonly MembershipRequest[]>;
  withPendingNotices(limit: number): Promise<readonly PendingRequest[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}

/** A request whose notices are not in the outbox yet; an approval may not be in the directory yet either. */
export interface PendingRequest {
  readonly request: MembershipRequest;
  readonly notices: readonly RequestNotice[];
}
