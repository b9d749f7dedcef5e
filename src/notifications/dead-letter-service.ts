import type { TimeSource } from '../ports/time-source';
import type { DeadLetterService, UndeliveredNotification } from '../ports/dead-letters';
import { recordName } from '../domain/kernel/record-name';
import type { Notification } from '../domain/kernel/notification';
import type { Kinds } from '../records/kinds';
import { isOfQuarantine } from './quarantine/quarantine-card';
import type { Quarantine, QuarantineRecord } from './quarantine/quarantine';
import type { Outbox, OutboxRecord } from './outbox/outbox';
import { aboutOf } from './outbox/outbox-item';

/** The id prefix of a quarantined record in the list, beside the ids of notifications; older cards have `case:`. */
const RECORD_PREFIX = 'record:';
const CASE_PREFIX = 'case:';

/**
 * The outbox and the quarantine, as the program office sees them. `changed` is called when something is to be sent again,
 * `allAgain` when everything is; both act after the answer.
 */
export function deadLetterService(
  outbox: Outbox,
  wall: TimeSource,
  { changed, allAgain }: { readonly changed: () => void; readonly allAgain: () => void },
  quarantine: Quarantine,
  kinds: Kinds,
): DeadLetterService {
  const saysOf = ({ about, topic }: Notification): string =>
    isOfQuarantine({ about })
      ? 'Notification about a quarantined record'
      : (kinds.of(about.kind)?.delivery.topics[topic] ?? topic);
  const storeCountsOf = ({ id, value }: OutboxRecord): UndeliveredNotification => ({
    id,
    of: aboutOf(value),
    says: saysOf(value.notice),
    to: value.notice.to,
    state: value.state === 'parked' ? 'parked' : 'dead',
    waitedMs: Math.max(0, wall.now() - value.since),
    ...(value.state === 'dead' && value.why !== undefined ? { why: value.why } : {}),
    ...(value.state === 'dead' && value.reference !== undefined ? { reference: value.reference } : {}),
  });
  const recordOf = ({ id, value }: QuarantineRecord): UndeliveredNotification => ({
    id: `${RECORD_PREFIX}${id}`,
    of: recordName(value.kind, value.of, kinds.of(value.kind)?.type),
    to: { kind: 'posts' },
    state: 'dead',
    waitedMs: Math.max(0, wall.now() - value.since),
    why: value.why,
    reference: value.reference,
  });
  const tryRecord = async (id: string): Promise<boolean> => {
    const tried = await quarantine.tryNow(id);
    if (tried) changed();
    return tried;
  };
  return {
    // Records first: one of them may hide many notifications.
    standing: async (limit) => {
      const ill = (await quarantine.all(limit)).map(recordOf);
      const lost = ill.length < limit ? await outbox.standing(limit - ill.length) : [];
      return [...ill, ...lost.map(storeCountsOf)];
    },
    sendAgain: async (id) => {
      for (const prefix of [RECORD_PREFIX, CASE_PREFIX])
        if (id.startsWith(prefix)) return tryRecord(id.slice(prefix.length));
      const revived = await outbox.revive(id);
      if (revived) changed();
      return revived;
    },
    sendAllAgain: async () => {
      let count = await outbox.countStanding();
      if (count > 0) allAgain();
      for (const { id } of await quarantine.all()) if (await tryRecord(id)) count++;
      if (count > 0) changed();
      return count;
    },
  };
}
