import type { Act, Where } from '../../domain/kernel/entry';
import type { World } from '../../domain/kernel/world';
import { actorName, groupName } from './names';

/** Where somebody acted, as it stands behind their name. */
function whereText(where: Where, world: World): string {
  switch (where.kind) {
    case 'personal':
      return 'in their own chat';
    case 'group-chat':
      return 'in a group chat';
    case 'channel':
      return where.group === undefined
        ? 'in a channel'
        : `in the channel of ${groupName(where.group, world)}`;
  }
}

/** Who made an entry and where; Casekeeper, a customer's system and entries of before it was kept have no place. */
export const doneBy = ({ by, where }: Act, world: World): string =>
  [actorName(by, world), where && whereText(where, world)].filter(Boolean).join(', ');
