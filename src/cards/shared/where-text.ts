import type { Act, Where } from '../../domain/kernel/entry';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { actorName, groupName } from './names';

/** Where someone acted, as shown after their name. */
function whereText(where: Where, context: DomainContext): string {
  switch (where.kind) {
    case 'personal':
      return 'in a personal chat';
    case 'group-chat':
      return 'in a group chat';
    case 'channel':
      return where.group === undefined
        ? 'in a channel'
        : `in the channel of ${groupName(where.group, context)}`;
  }
}

/** Who made an entry and where; Casekeeper, a customer's system, and old entries have no place. */
export const doneBy = ({ by, where }: Act, context: DomainContext): string =>
  [actorName(by, context), where && whereText(where, context)].filter(Boolean).join(', ');
