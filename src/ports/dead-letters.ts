import type { NotificationAddress } from '../domain/kernel/notification';

/**
 * Why a notification was given up: its conversation is `gone`, Teams did not take it for `too-long`, `no-card` could be made
 * of it (a defect), or there is `no-case` (or membership request, problem report, or action plan) of its number.
 */
export type DeadReason = 'gone' | 'too-long' | 'no-card' | 'no-case';

/** A notification that is not delivered and not on its way: given up (`dead`), or without an address yet (`parked`). */
export interface UndeliveredNotification {
  readonly id: string;
  /** What it is about: the id of its record, or the name of a quarantined record. */
  readonly of: string;
  /** What it tells; absent for a record in quarantine, which is no notification. */
  readonly says?: string;
  readonly to: NotificationAddress;
  readonly state: 'dead' | 'parked';
  /** How long it has stood, wall-clock milliseconds. */
  readonly waitedMs: number;
  readonly why?: DeadReason | 'unreadable' | 'clocks';
  /** Stands in the log too. */
  readonly reference?: string;
}

/** Undelivered notifications, for the program office. */
export interface DeadLetterService {
  /** Oldest first. */
  standing(limit: number): Promise<readonly UndeliveredNotification[]>;
  /** Whether the notification was there and is now on its way, or the record is tried again. */
  sendAgain(id: string): Promise<boolean>;
  /** Answers how many there are; those still true whose addresses are known leave afterward. */
  sendAllAgain(): Promise<number>;
}

/** Why a notification was dropped: `outdated`, it was not true any more; `expired`, nobody sent it again for too long. */
export type DropReason = 'outdated' | 'expired';

/** Called when a notification was dropped. */
export type OnDropped = (why: DropReason) => void;
