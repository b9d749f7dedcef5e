import type { CardValue } from '../../cards/shared/card-value';
import { clockRow } from '../../cards/shared/subject-rows';
import { refKey } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { alertDigestOf } from '../../domain/notifications/alert-digest';
import type { Lateness } from '../../domain/notifications/lateness';
import type { ToldClock, WithClocks } from '../../domain/notifications/worst-first';
import type { Notification } from '../../domain/kernel/notification';
import type { AnyWorkedKind } from '../../records/kinds';

/** A notification that leaves in a digest, with the record that it is about as that is now. */
export interface DigestMessage {
  readonly notice: Notification;
  readonly kind: AnyWorkedKind;
  readonly state: unknown;
}

/** A record with its clocks, which cost the most here: they are read once a record. */
interface ClockedMessage extends WithClocks {
  readonly message: DigestMessage;
}

/** The alerts of clocks among messages, each with its record's clocks as they are now. */
export function toldOf(
  messages: readonly DigestMessage[],
  context: DomainContext,
): readonly ToldClock<ClockedMessage>[] {
  const known = new Map<string, ClockedMessage>();
  return messages.flatMap((message) => {
    const { notice, kind, state } = message;
    if (notice.clock === undefined) return [];
    const record = known.get(refKey(notice.about)) ?? {
      about: notice.about,
      clocks: kind.type.clocks?.of(state, context) ?? [],
      urgency: kind.delivery.urgency?.(state, context) ?? 0,
      message,
    };
    known.set(refKey(notice.about), record);
    return [{ record, clock: notice.clock }];
  });
}

/** Many alerts of clocks on one card (rule CK-11). */
export function alertsCard(
  messages: readonly DigestMessage[],
  late: Lateness | undefined,
  context: DomainContext,
): CardValue {
  const alerts = messages.filter(({ notice }) => notice.clock !== undefined);
  const notifications = alerts.map(({ notice, kind: { delivery }, state }) => ({
    ...notice,
    mentions: notice.mentions.filter(
      (person) => delivery.isForFormer?.(notice, person, state, context) !== true,
    ),
  }));
  const { worst, ...digest } = alertDigestOf(toldOf(alerts, context), notifications, context.now);
  const rows = worst.flatMap(({ record: { message }, clock }) => {
    const subject = message.kind.delivery.subject?.(message.state, context);
    return (subject && clockRow(subject, clock, context)) ?? [];
  });
  return { card: 'digest', digest: { ...digest, rows }, ...(late === undefined ? {} : { late }) };
}
