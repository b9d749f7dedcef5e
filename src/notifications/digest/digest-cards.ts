import type { CardValue, ListRow } from '../../cards/shared/card-value';
import type { Subject } from '../../cards/shared/subject';
import { clockRow, doneRow, entryRow } from '../../cards/shared/subject-rows';
import type { PersonId } from '../../domain/directory/directory';
import { refKey, type NotificationAddress } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { worstFirst } from '../../domain/notifications/worst-first';
import type { DigestRow } from '../../ports/record-delivery';
import { toldOf, type DigestMessage } from './alerts-card';

type ListCard = Extract<CardValue, { card: 'list' }>;

/** As many rows as a card has room for. */
const MAX_ROWS = 12;

const WHY = {
  'not-connected': "While Casekeeper wasn't connected here",
  'given-up': 'Not delivered before',
} as const;

/** A row with the kind of record that it is of. */
type KindRow = DigestRow & Pick<DigestMessage, 'kind'>;

const counted = (count: number): string => `${count} ${count === 1 ? 'notification' : 'notifications'}`;

/** Everything held for a person's hour on one card: what needs them, what is missed, then the rest in order. */
export function dailyDigest(
  messages: readonly DigestMessage[],
  reader: PersonId,
  context: DomainContext,
): ListCard {
  const told = rowsOf(messages, reader, context);
  const rows = [
    ...told.filter(({ isNeeded }) => isNeeded === true),
    ...clockRows(messages, context),
    ...told.filter(({ isNeeded }) => isNeeded !== true),
  ];
  const rest = new Set(rows.slice(MAX_ROWS).map(({ kind }) => kind.delivery.digestList?.typed ?? ''));
  const buttons = new Map([['My cases', { title: 'My cases', verb: 'cases.mine', data: {} }]]);
  for (const { kind } of rows) {
    const { button } = kind.delivery.digestList ?? {};
    if (button !== undefined) buttons.set(button.title, { ...button, data: {} });
  }
  return {
    card: 'list',
    title: `Your digest: ${counted(rows.length)}`,
    intro:
      'What waits for you comes first, then what is missed. To change when you get this, type notifications.',
    rows: rows.slice(0, MAX_ROWS).map(({ row }) => row),
    empty: 'Nothing here still needs your attention.',
    ...(rest.size > 0 ? { more: `And ${rows.length - MAX_ROWS} more: type ${[...rest].join(' or ')}` } : {}),
    buttons: [...buttons.values(), { title: 'Notifications', verb: 'notifications.set', data: {} }],
  };
}

/**
 * What waited until its conversation was connected, or was undelivered and is sent again, on one card: what is missed
 * first, then what came, in order.
 */
export function backlogDigest(
  messages: readonly DigestMessage[],
  why: keyof typeof WHY,
  to: NotificationAddress,
  context: DomainContext,
): ListCard {
  const reader = to.kind === 'person' ? to.person : '';
  const rows = [...clockRows(messages, context), ...rowsOf(messages, reader, context)].map(({ row }) => row);
  const more = to.kind === 'group' ? `type queue ${to.group}` : 'type my cases';
  return {
    card: 'list',
    title: `${WHY[why]}: ${counted(rows.length)}`,
    intro: 'One card for all of them. What is done by now is left out.',
    rows: rows.slice(0, MAX_ROWS),
    empty: 'Nothing here still needs your attention.',
    ...(rows.length > MAX_ROWS ? { more: `And ${rows.length - MAX_ROWS} more: ${more}` } : {}),
    buttons: [
      to.kind === 'group'
        ? { title: 'Queue', verb: 'cases.queue', data: { group: to.group } }
        : { title: 'My cases', verb: 'cases.mine', data: {} },
    ],
  };
}

/** The rows of what is not about a clock, grouped by kind, in the order of the kinds. */
function rowsOf(
  messages: readonly DigestMessage[],
  reader: PersonId,
  context: DomainContext,
): readonly KindRow[] {
  const byKey = new Map<string, KindRow>();
  for (const [index, { notice: notification, kind, state }] of messages.entries()) {
    if (notification.clock !== undefined) continue;
    const row = rowOf({ notice: notification, kind, state }, reader, context);
    if (row !== undefined) byKey.set(row.key ?? String(index), { ...row, kind });
  }
  return [...byKey.values()].sort(
    (one, other) => (one.kind.delivery.digestOrder ?? 0) - (other.kind.delivery.digestOrder ?? 0),
  );
}

/** A notification as a row: as its kind draws it, else by its entry. */
function rowOf(
  { notice: notification, kind: { delivery }, state }: DigestMessage,
  reader: PersonId,
  context: DomainContext,
): DigestRow | undefined {
  if (delivery.digestRow !== undefined) return delivery.digestRow(notification, state, reader, context);
  const subject = delivery.subject?.(state, context);
  return subject && { row: entryRow(subject, notification.entry ?? -1, context) };
}

/** The clocks that still run, worst first; then those that are done. */
function clockRows(messages: readonly DigestMessage[], context: DomainContext): readonly KindRow[] {
  const told = toldOf(messages, context);
  const standing = worstFirst(told, context.now);
  const isStanding = new Set(standing.map(({ record, clock }) => `${refKey(record.about)} ${clock.key}`));
  const done = told.filter(({ record, clock }) => !isStanding.has(`${refKey(record.about)} ${clock}`));
  const rowsFor = (message: DigestMessage, draw: (subject: Subject) => ListRow | undefined) => {
    const subject = message.kind.delivery.subject?.(message.state, context);
    const row = subject && draw(subject);
    return row === undefined ? [] : [{ row, kind: message.kind }];
  };
  return [
    ...standing.flatMap(({ record: { message }, clock }) =>
      rowsFor(message, (subject) => clockRow(subject, clock, context)),
    ),
    ...done.flatMap(({ record: { message }, clock }) =>
      rowsFor(message, (subject) => doneRow(subject, clock)),
    ),
  ];
}
