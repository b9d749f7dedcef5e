import type { CardValue } from '../../cards/shared/card-value';
import { isOfClock, type Notification } from '../../domain/kernel/notification';
import { latenessOf } from '../../domain/notifications/lateness';
import type { Address, Post } from '../../ports/conversations';
import type { Saved } from '../../ports/records';
import { SendFault } from '../../ports/sender';
import { backOffMs } from '../../runtime/back-off';
import { recordOf, type AnyWorkedKind } from '../../records/kinds';
import type { OutboxRecord } from '../outbox/outbox';
import type { OutboxItem } from '../outbox/outbox-item';
import { isOfQuarantine, quarantineCard } from '../quarantine/quarantine-card';
import { NotYet } from '../rate/paced-sender';
import { CardDefect, drawing } from './card-defect';
import type { DeliveryParts } from './delivery-parts';
import { deadLetter } from './dead-letter';
import { supersedeEarlier } from './supersede-earlier';

const HOUR_MS = 3_600_000;

/**
 * Sends a claimed item to its address and takes it out of the outbox. What Teams refuses is tried again later, or given
 * up and kept as dead; only faults of the store throw.
 */
export async function sendNotification(
  parts: DeliveryParts,
  record: OutboxRecord,
  address: Address,
): Promise<void> {
  const { outbox, kinds, posts, sender, context } = parts;
  const { notice: notification, post } = record.value;
  try {
    if (isOfQuarantine(notification)) {
      const type = kinds.of(notification.detail?.['kind'] ?? '')?.type;
      await sender.post(address, quarantineCard(notification, type), context());
      await outbox.finish(record);
      return;
    }
    const found = await recordOf(kinds, notification);
    if (found === undefined) {
      await deadLetter(parts, record, 'no-case');
      return;
    }
    const { kind, saved } = found;
    // A refresh may have been overtaken by a button that brought the card up to date itself.
    if (post === undefined || !(await isUpToDate(parts, post, lengthOf(kind, saved)))) {
      const kept = await sendCard(parts, kind, record.value, address, saved);
      if (kept === 'missing') {
        await deadLetter(parts, record, 'no-case');
        return;
      }
      if (kept !== undefined) {
        await posts.put(kept);
        await refreshIfMovedOn(parts, kind, notification, kept);
      }
    }
    await outbox.finish(record);
  } catch (error) {
    await afterFault(parts, record, address, error);
  }
}

const lengthOf = ({ type }: AnyWorkedKind, { state }: Saved<unknown>): number =>
  type.timelineOf(state).length;

/** Posts or updates the card; answers the post to keep, if it is kept. */
async function sendCard(
  parts: DeliveryParts,
  kind: AnyWorkedKind,
  item: OutboxItem,
  address: Address,
  saved: Saved<unknown>,
): Promise<Post | 'missing' | undefined> {
  const { context, sender } = parts;
  const { delivery } = kind;
  const { state } = saved;
  const { notice: notification, post } = item;
  const shows = lengthOf(kind, saved);
  if (post !== undefined) {
    const card = drawing(() => {
      if (delivery.cardOfPost === undefined) throw new Error(`${kind.type.name} has no posts`);
      return delivery.cardOfPost(post.view, state, context());
    });
    await sender.update(address, post.activityId, card, context());
    return { ...post, shows };
  }
  const card = await cardOf(parts, kind, item, state);
  // Nobody needs it any more.
  if (card === 'skip') return undefined;
  if (card === 'missing') return card;
  const view = delivery.view?.(notification, card);
  const { superseded } = delivery;
  if (view !== undefined && superseded !== undefined)
    await supersedeEarlier(parts, notification.about, address, view, () => superseded(state));
  const activityId = await sender.post(address, card, context());
  return view && { about: notification.about, address, activityId, view, shows };
}

async function cardOf(
  { context, wall }: DeliveryParts,
  { delivery, type }: AnyWorkedKind,
  { notice: notification, held, since }: OutboxItem,
  state: unknown,
): Promise<CardValue | 'skip' | 'missing'> {
  const at = context();
  const now = wall.now();
  const card = await drawing(() => {
    const clocks = isOfClock(notification) ? (type.clocks?.of(state, at) ?? []) : [];
    const { lateNoticeMinutes } = at.policies.at(at.now);
    const late = latenessOf(notification, held, clocks, { now: at.now, lateNoticeMinutes });
    return delivery.card(notification, state, { context: at, late, triedMs: now - since });
  });
  if (typeof card === 'object' && 'againInMs' in card) throw new NotYet(now + card.againInMs);
  return card;
}

const samePost = (a: Post, b: Post): boolean =>
  a.activityId === b.activityId && a.address.conversationId === b.address.conversationId;

/** Whether the post needs no update: it shows as much already, or is no longer kept. */
async function isUpToDate({ posts }: DeliveryParts, post: Post, shows: number): Promise<boolean> {
  const kept = (await posts.ofRecord(post.about)).find((one) => samePost(one, post));
  return kept === undefined || kept.shows >= shows;
}

/** The record may have changed while its card was on its way; the relay could not know of a post that was not there yet. */
async function refreshIfMovedOn(
  { outbox }: DeliveryParts,
  kind: AnyWorkedKind,
  { id, about, madeAt }: Notification,
  post: Post,
): Promise<void> {
  const now = await kind.records.get(about.id);
  if (now === undefined || lengthOf(kind, now) <= post.shows) return;
  const entry = lengthOf(kind, now) - 1;
  const refresh = { id: `${id}/moved-on`, about, topic: 'refresh', entry, madeAt, mentions: [] };
  await outbox.putRefresh({ ...refresh, to: { kind: 'posts' } }, post);
}

async function afterFault(
  parts: DeliveryParts,
  record: OutboxRecord,
  address: Address,
  fault: unknown,
): Promise<void> {
  const { outbox, posts, limiter, wall, random, log, context } = parts;
  const { post, attempts, since } = record.value;
  const fields = { notice: record.id, attempts, err: fault };
  // Waiting does not fix a bug of ours, and the next notification of the case must not wait behind it.
  if (fault instanceof CardDefect) return deadLetter(parts, record, 'no-card', fault);
  if (fault instanceof NotYet) {
    // No attempt failed: undo the attempt that the claim counted.
    const dueAt = fault.againAt ?? limiter.later(address.conversationId);
    await outbox.move(record, { dueAt, attempts: attempts - 1 });
    return;
  }
  if (fault instanceof SendFault && fault.gone) {
    if (post === undefined) return deadLetter(parts, record, 'gone', fault);
    log.warn(fields, 'A card that needed an update is gone');
    await posts.remove(post);
    return outbox.finish(record);
  }
  const now = wall.now();
  if (now - since > context().policies.at(context().now).giveUpAfterHours * HOUR_MS) {
    return deadLetter(parts, record, 'too-long', fault);
  }
  const retryAfterMs = fault instanceof SendFault ? fault.retryAfterMs : undefined;
  const dueAt = now + backOffMs(attempts, random, retryAfterMs);
  if (retryAfterMs !== undefined) await limiter.hold(address.conversationId, now + retryAfterMs);
  await outbox.move(record, { dueAt, held: 'refused' });
  log.warn(fields, 'A notification could not be sent; it will be tried again');
}
