import { z } from 'zod/v4';
import { isOfClock, type Notification, type NotificationAddress } from '../../domain/kernel/notification';
import { NOTIFICATION_SHAPE } from '../../domain/kernel/stored-shapes';
import type { HeldUp } from '../../domain/notifications/lateness';
import type { Post } from '../../ports/conversations';
import type { DeadReason } from '../../ports/dead-letters';
import { readNotification } from '../../storage/old-notifications';
import { POST_SHAPE, readPost } from '../../storage/repositories/post-register';
import type { RecordKind, Stored } from '../../storage/store';

/**
 * - `waiting`: to be sent at `dueAt`, which a lease or a back-off pushes forward;
 * - `parked`: its address is not known yet (channel not connected, person not met);
 * - `sent`: kept until `dueAt`, so that a notification that is handed over twice is still sent once;
 * - `dead`: given up, for an operator to see;
 * - `held`: until `dueAt`, as its reader has set it;
 * - `dropped`: not sent, as it was not true any more or nobody sent it again for too long; kept until `dueAt` as a sent one is;
 * - `muted`: not sent, as its reader has set it; kept until `dueAt` as a sent one is.
 */
export const OUTBOX_STATES = ['waiting', 'parked', 'sent', 'dead', 'held', 'muted', 'dropped'] as const;
type OutboxState = (typeof OUTBOX_STATES)[number];

/** One message on its way out. `dueAt` and `since` are wall-clock milliseconds, unlike the notification's own `madeAt`. */
export interface OutboxItem {
  readonly notice: Notification;
  /** The card that a refresh brings up to date. */
  readonly post?: Post;
  /**
   * `mail` of the mailbox, else `group:<key>`, `person:<id>`, `conversation:<id>` or `post:<conversation>/<activity>`: what
   * `released` is called with.
   */
  readonly addressKey: string;
  /** Place among the items of the same record and address: the lowest goes first. */
  readonly order: number;
  readonly state: OutboxState;
  readonly dueAt: number;
  /** When `dueAt` was set, by the wall clock; absent in items from before it was kept. */
  readonly setAt?: number;
  readonly attempts: number;
  /** What delayed it last, so that its card can say why it is late. */
  readonly held?: HeldUp;
  /** Since when it has been tried; decides when it is given up. */
  readonly since: number;
  /** Items of one bundle that wait together may leave as one card; without it the item leaves alone. */
  readonly bundle?: string;
  /** The digest that it was last leased for: the id of the item that stands for all of it, and until when. */
  readonly digest?: string;
  /** The activity that it left as, where that is a digest's. */
  readonly activity?: string;
  /** Why it is dead, and its reference in the log. */
  readonly why?: DeadReason;
  readonly reference?: string;
  /** The mail server has it already; only the case does not say so yet. */
  readonly accepted?: true;
  /** Its case says already that it is not sent while the site has no mail server. */
  readonly noted?: true;
}

export type OutboxRecord = Stored<OutboxItem>;

/** The states of what does not leave on its own. */
export type SetDown = 'parked' | 'dead';

/** Saves an item as it is to be; undefined if another instance was faster. */
export type Move = (record: OutboxRecord, to: Partial<OutboxItem>) => Promise<OutboxRecord | undefined>;

export const groupAddressKey = (groupKey: string): string => `group:${groupKey.toLowerCase()}`;
const conversationAddressKey = (id: string): string => `conversation:${id}`;
export const personAddressKey = (person: string): string => `person:${person}`;
/** All emails leave by the one mail server; each case's in their order. */
export const MAIL_ADDRESS_KEY = 'mail';

/** Where a notification goes, as `released` is called with it. */
export function addressKeyOf(to: Exclude<NotificationAddress, { kind: 'posts' }>): string {
  switch (to.kind) {
    case 'group':
      return groupAddressKey(to.group);
    case 'person':
      return personAddressKey(to.person);
    case 'conversation':
      return conversationAddressKey(to.address.conversationId);
    case 'customer':
      return MAIL_ADDRESS_KEY;
  }
}

/** The id of the record that an item is about. */
export const aboutOf = ({ notice: notification }: Pick<OutboxItem, 'notice'>): string =>
  notification.about.id;

/** Room for the place within one change behind its millisecond; 1.8e12 × 1000 is still a safe integer. */
export const ORDER_STEP = 1000;

/** The item that updates a post; `fresh` is how it sets out. */
export const refreshItem = (
  notification: Notification,
  post: Post,
  fresh: Pick<OutboxItem, 'state' | 'dueAt' | 'attempts' | 'since'>,
): OutboxItem => ({
  notice: notification,
  post,
  addressKey: `post:${post.address.conversationId}/${post.activityId}`,
  order: notification.madeAt * ORDER_STEP,
  ...fresh,
});

/** Items of one record to one address keep their order; others need not wait for each other. */
export const lineOf = (item: Pick<OutboxItem, 'notice' | 'addressKey'>): string =>
  `${aboutOf(item)} ${item.addressKey}`;

const indexesOf = (name: string): RecordKind<OutboxItem>['indexes'] => [
  { name: `${name}_due`, fields: ['state', 'dueAt'] },
  { name: `${name}_line`, fields: ['line', 'state', 'order'] },
  { name: `${name}_address`, fields: ['state', 'addressKey'] },
  { name: `${name}_since`, fields: ['state', 'since'] },
  { name: `${name}_set`, fields: ['state', 'setAt'] },
  { name: `${name}_bundle`, fields: ['bundle', 'state', 'order'] },
];

/** The bundle of what leaves alone. */
export const ALONE = '';

/** The bundle of alerts of clocks. */
export const alertsOf = (addressKey: string): string => `alerts ${addressKey}`;

/** The bundle of a notification that may leave in bulk: alerts of clocks, and what its kind says. */
export function bulkBundle(notification: Notification, addressKey: string): string {
  if (isOfClock(notification)) return alertsOf(addressKey);
  return notification.bundle === undefined ? ALONE : `${notification.bundle} ${addressKey}`;
}

/** The bundle of what had waited for its address and is too much to leave one by one. */
export const backlogBundle = (addressKey: string): string => `backlog ${addressKey}`;
export const isBacklog = ({ bundle }: Pick<OutboxItem, 'bundle'>): boolean =>
  bundle?.startsWith('backlog ') === true;

/** The bundle of what a person wants in their digest. */
export const dailyBundle = ({ addressKey }: Pick<OutboxItem, 'addressKey'>): string => `daily ${addressKey}`;
export const isDaily = ({ bundle }: Pick<OutboxItem, 'bundle'>): boolean =>
  bundle?.startsWith('daily ') === true;

/** A stored item of any version as this one has it. */
function readItem(stored: unknown): OutboxItem {
  const { notice: notification, post, ...item } = stored as OutboxItem;
  return {
    ...item,
    notice: readNotification(notification),
    ...(post === undefined ? {} : { post: readPost(post) }),
  };
}

/** The outbox as a kind of record: its id is the notice's, or the post's for a refresh. */
export const OUTBOX: RecordKind<OutboxItem> = {
  name: 'outbox',
  fields: {
    state: 'string',
    dueAt: 'number',
    setAt: 'number',
    addressKey: 'string',
    line: 'string',
    order: 'number',
    since: 'number',
    bundle: 'string',
  },
  indexes: indexesOf('outbox'),
  indexed: (item) => ({
    state: item.state,
    dueAt: item.dueAt,
    setAt: item.setAt,
    addressKey: item.addressKey,
    line: lineOf(item),
    order: item.order,
    since: item.since,
    bundle: item.bundle === ALONE ? undefined : item.bundle,
  }),
  upgrade: readItem,
  shape: z.looseObject({
    notice: NOTIFICATION_SHAPE,
    post: POST_SHAPE.optional(),
    addressKey: z.string(),
    order: z.number(),
    state: z.enum(OUTBOX_STATES),
    dueAt: z.number(),
    attempts: z.number(),
    since: z.number(),
  }),
};

/** The emails on their way: an outbox of their own, so that a mail server that hangs holds up no notification. */
export const MAILBOX: RecordKind<OutboxItem> = { ...OUTBOX, name: 'mailbox', indexes: indexesOf('mailbox') };
