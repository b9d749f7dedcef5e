import type { CardValue } from '../../cards/shared/card-value';
import { clockRow } from '../../cards/shared/subject-rows';
import { refKey, type Notification } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { alertDigestOf } from '../../domain/notifications/alert-digest';
import type { Lateness } from '../../domain/notifications/lateness';
import type { NotifiedClock, WithClocks } from '../../domain/notifications/worst-first';
import type { AnyWorkedKind } from '../../records/kinds';

/** A notification in a digest, with its record as it is now. */
export interface DigestMessage {
  readonly notice: Notification;
  readonly kind: AnyWorkedKind;
  readonly state: unknown;
}

/** A record with its clocks, which cost the most here: they are read once per record. */
interface ClockedMessage extends WithClocks {
  readonly message: DigestMessage;
}

/** The alerts of clocks among messages, each with its record's clocks as they are now. */
export function toldOf(
  messages: readonly DigestMessage[],
  context: DomainContext,
): readonly NotifiedClock<ClockedMessage>[] {
  const known = new Map<string, ClockedMessage>();
  return messages.flatMap((message) => {
    const { notice: notification, kind, state } = message;
    if (notification.clock === undefined) return [];
    const record = known.get(refKey(notification.about)) ?? {
      about: notification.about,
      clocks: kind.type.clocks?.of(state, context) ?? [],
      urgency: kind.delivery.urgency?.(state, context) ?? 0,
      message,
    };
    known.set(refKey(notification.about), record);
    return [{ record, clock: notification.clock }];
  });
}

/** Many alerts of clocks on one card (rule CK-11). */
export function alertsCard(
  messages: readonly DigestMessage[],
  late: Lateness | undefined,
  context: DomainContext,
): CardValue {
  const alerts = messages.filter(({ notice: notification }) => notification.clock !== undefined);
  const notifications = alerts.map(({ notice: notification, kind: { delivery }, state }) => ({
    ...notification,
    mentions: notification.mentions.filter(
      (person) => delivery.isForFormer?.(notification, person, state, context) !== true,
    ),
  }));
  const { worst, ...digest } = alertDigestOf(toldOf(alerts, context), notifications, context.now);
  const rows = worst.flatMap(({ record: { message }, clock }) => {
    const subject = message.kind.delivery.subject?.(message.state, context);
    return (subject && clockRow(subject, clock, context)) ?? [];
  });
  return { card: 'digest', digest: { ...digest, rows }, ...(late === undefined ? {} : { late }) };
}
