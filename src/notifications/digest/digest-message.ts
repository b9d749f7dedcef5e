import type { Notification } from '../../domain/kernel/notification';
import type { AnyWorkedKind } from '../../records/kinds';

/** A notification that leaves in a digest, with the record that it is about as that is now. */
export interface DigestMessage {
  readonly notice: Notification;
  readonly kind: AnyWorkedKind;
  readonly state: unknown;
}
