import type { MembershipEvent, MembershipRequest } from '../../domain/memberships/membership';
import type { MembershipRepository } from '../../ports/memberships';
import { StoredRecords } from '../stored-records';

/** Membership requests on a store. */
export class StoredMemberships
  extends StoredRecords<MembershipRequest, MembershipEvent>
  implements MembershipRepository
{
  async open(groupKeys: readonly string[], limit: number): Promise<readonly MembershipRequest[]> {
    if (groupKeys.length === 0) return [];
    const openGroup = { in: groupKeys.map((key) => key.toLowerCase()) };
    const found = await this.find({ where: { openGroup }, limit });
    return found.map(({ state }) => state).sort((a, b) => a.askedAt - b.askedAt);
  }
}
