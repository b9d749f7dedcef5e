import type { MembershipRequest } from '../domain/memberships/membership';
import type { Records } from './records';

/** The records of membership requests: one open request per person and group (rule AC-3). */
export interface MembershipRepository extends Records<MembershipRequest> {
  /** Open requests for these groups, oldest first. */
  open(groupKeys: readonly string[], limit: number): Promise<readonly MembershipRequest[]>;
}
