import type { Notification } from '../../domain/kernel/notification';
import type { Post } from '../../ports/conversations';
import type { DropReason } from '../../ports/notice-desk';
import type { Stored } from '../../storage/store';
import type { OutboxItem } from './outbox-item';

export type OutboxRecord = Stored<OutboxItem>;

/** The states of what does not leave by itself. */
export type SetDown = 'parked' | 'dead';

/** The outgoing messages of all instances. Every move is a compare-and-set; who loses one leaves the item to the other. */
export interface Outbox {
  /** Takes a notice in once, whatever its id's history; `place` is its place among the notices of its change. */
  put(notice: Notification, place: number): Promise<void>;
  /** Asks for a post to be brought up to date; an earlier request that is still here is superseded. */
  putRefresh(notice: Notification, post: Post): Promise<void>;
  due(limit: number): Promise<readonly OutboxRecord[]>;
  /** When the first that becomes due after the instant will be. */
  nextAfter(instant: number): Promise<number | undefined>;
  /** The item of the same case and address that goes first. */
  headOf(item: OutboxItem): Promise<OutboxRecord | undefined>;
  get(id: string): Promise<OutboxRecord | undefined>;
  /** The waiting and the held items of a bundle, in order; as many as one digest may stand for. */
  ofBundle(bundle: string): Promise<readonly OutboxRecord[]>;
  /** The waiting items of the same case and address, in order, as far as this one and never many. */
  upTo(record: OutboxRecord): Promise<readonly OutboxRecord[]>;
  /** Saves the item as it is to be; undefined where another instance was faster. */
  move(record: OutboxRecord, to: Partial<OutboxItem>): Promise<OutboxRecord | undefined>;
  /** Holds an item until then, as its reader has set it; `bundle` is the digest that it waits for. */
  hold(record: OutboxRecord, until: number, bundle?: string): Promise<void>;
  /** Lets a held item go on its way. */
  resume(record: OutboxRecord): Promise<void>;
  /** Lets all that is held for an address go on its way: its reader has set it otherwise. Answers how many. */
  resumeAll(addressKey: string): Promise<number>;
  /** Settles an item that its reader does not want. */
  mute(record: OutboxRecord): Promise<void>;
  /** How many were settled so within a day. */
  muted(addressKey: string): Promise<number>;
  /** Takes a delivered item out and wakes the one behind it; `activity` is the digest's that it left with. */
  finish(record: OutboxRecord, activity?: string): Promise<void>;
  /** Wakes the item that now goes first after this one left its line. */
  wakeNext(item: OutboxItem): Promise<void>;
  /** Releases what was parked for an address that is now known. Answers how many. */
  release(addressKey: string): Promise<number>;
  /** The items that are parked or were given up, of one address or of all, a page at a time. */
  standingIn(state: SetDown, addressKey?: string): AsyncIterable<readonly OutboxRecord[]>;
  /** Lets such an item go on its way, to leave with a bundle. */
  letGo(record: OutboxRecord, bundle: string): Promise<void>;
  /** Takes out an item that is not sent any more; `onDropped` is told why. */
  drop(record: OutboxRecord, why: DropReason): Promise<void>;
  /** Drops what came into one of the states at the instant or before and was not sent again; a part at a time. */
  expire(before: number, states: readonly SetDown[]): Promise<void>;
  /** What was given up or is parked, the oldest first. */
  standing(limit: number): Promise<readonly OutboxRecord[]>;
  /** Sends again what was given up or is parked; whether it was and is now on its way. */
  revive(id: string): Promise<boolean>;
  /** How many stand there. */
  countStanding(): Promise<number>;
  /** What was put where it is by a clock that ran ahead, by more than the margin; a page at a time. */
  datedAhead(): AsyncIterable<readonly OutboxRecord[]>;
  /** Forgets sent notices after their time. */
  forgetSent(): Promise<void>;
}
