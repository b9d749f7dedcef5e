import type { World } from '../../domain/kernel/world';
import type { CardValue } from '../shared/card-value';
import { clockRows, toldRow } from './daily-digest';
import type { DigestMessage } from './daily-digest';
import type { NoticeAddress } from '../../domain/cases/notices/notice';

const WHY = {
  'not-connected': 'While Casekeeper was not connected here',
  'given-up': 'Could not be delivered before',
} as const;

/** As many rows as a card has room for. */
const MAX_ROWS = 12;

/**
 * What had waited until its conversation was connected, or was given up and is sent again, on one card: what is missed
 * first, then what came, in order.
 */
export function backlogDigest(
  messages: readonly DigestMessage[],
  why: 'not-connected' | 'given-up',
  to: NoticeAddress | { readonly kind: 'conversation' },
  world: World,
): Extract<CardValue, { card: 'list' }> {
  const cases = messages.filter((one) => 'case' in one);
  const reader = to.kind === 'person' ? to.person : '';
  const other = cases.filter(({ notice }) => !('clock' in notice.subject));
  const rows = [...clockRows(cases, world), ...other.map((one) => toldRow(one, reader, world))];
  const more = to.kind === 'group' ? `type queue ${to.group}` : 'type my cases';
  return {
    card: 'list',
    title: `${WHY[why]}: ${rows.length} ${rows.length === 1 ? 'message' : 'messages'}`,
    intro: 'One card instead of one for each. What is over since is left out.',
    rows: rows.slice(0, MAX_ROWS),
    empty: 'Nothing is left of what waited here.',
    ...(rows.length > MAX_ROWS ? { more: `And ${rows.length - MAX_ROWS} more: ${more}` } : {}),
    buttons: [
      to.kind === 'group'
        ? { title: 'Queue', verb: 'cases.queue', data: { group: to.group } }
        : { title: 'My cases', verb: 'cases.mine', data: {} },
    ],
  };
}
