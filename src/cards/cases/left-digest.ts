import type { Case } from '../../domain/cases/case';
import type { Notification, NotificationAddress } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CardValue } from '../shared/card-value';
import { digestRow } from './case-digest-row';

/** As many rows as a card has room for. */
const MAX_ROWS = 12;

/** Many cases whose assignee left the group, on one card for its gatekeeper or its channel (rule AC-7). */
export function leftDigest(
  cases: readonly { readonly notification: Notification; readonly state: Case }[],
  to: NotificationAddress,
  context: DomainContext,
): Extract<CardValue, { card: 'list' }> {
  const waiting = cases.filter(
    ({ state }) => state.assigneeLeft !== undefined && state.closedAt === undefined,
  );
  const reader = to.kind === 'person' ? to.person : '';
  const group = (waiting[0] ?? cases[0])?.state.group ?? '';
  const done = cases.length - waiting.length;
  return {
    card: 'list',
    title: waiting.length === 1 ? '1 case has no assignee' : `${waiting.length} cases have no assignee`,
    intro: `Their assignee left the group. A gatekeeper needs to assign them.${done === 0 ? '' : ` ${done} more ${done === 1 ? 'has' : 'have'} been assigned.`}`,
    rows: waiting.slice(0, MAX_ROWS).map(({ notification, state }) => ({
      ...digestRow(notification, state, reader, context).row,
      tone: 'warning',
    })),
    empty: 'All of them have been assigned.',
    ...(waiting.length > MAX_ROWS
      ? { more: `And ${waiting.length - MAX_ROWS} more: type queue ${group}` }
      : {}),
    buttons: [{ title: 'Queue', verb: 'cases.queue', data: { group } }],
  };
}
