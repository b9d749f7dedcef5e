import type { NoticeAddress } from '../../domain/cases/notices/notice';
import type { World } from '../../domain/kernel/world';
import type { CardValue } from '../shared/card-value';
import { toldRow } from './daily-digest';
import type { DigestMessage } from './daily-digest';

/** As many rows as a card has room for. */
const MAX_ROWS = 12;

/** Many cases whose assignee left the group, on one card for its gatekeeper or its channel (rule AC-7). */
export function leftDigest(
  messages: readonly DigestMessage[],
  to: NoticeAddress | { readonly kind: 'conversation' },
  world: World,
): Extract<CardValue, { card: 'list' }> {
  const cases = messages.filter((one) => 'case' in one);
  const waiting = cases.filter(({ case: of }) => of.assigneeLeft !== undefined && of.closedAt === undefined);
  const reader = to.kind === 'person' ? to.person : '';
  const group = waiting[0]?.case.group ?? cases[0]?.case.group ?? '';
  const done = cases.length - waiting.length;
  return {
    card: 'list',
    title: waiting.length === 1 ? '1 case has no assignee' : `${waiting.length} cases have no assignee`,
    intro: `Their assignee left the group. A gatekeeper assigns them.${done === 0 ? '' : ` ${done} more ${done === 1 ? 'is' : 'are'} assigned since.`}`,
    rows: waiting.slice(0, MAX_ROWS).map((one) => ({ ...toldRow(one, reader, world), tone: 'warning' })),
    empty: 'All of them are assigned since.',
    ...(waiting.length > MAX_ROWS
      ? { more: `And ${waiting.length - MAX_ROWS} more: type queue ${group}` }
      : {}),
    buttons: [{ title: 'Queue', verb: 'cases.queue', data: { group } }],
  };
}
