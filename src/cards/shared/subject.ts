import type { Actor, Act } from '../../domain/kernel/entry';
import type { RecordRef } from '../../domain/kernel/notification';
import type { RecordClock } from '../../domain/kernel/record-clock';
import type { Button, ButtonView } from './button-view';

/** What an entry of a timeline says: in one line, and everything that was written with it. */
export interface EntryWords {
  readonly what: string;
  readonly details: readonly string[];
  /** The details keep their bold, italic, lists and links. */
  readonly formatted: boolean;
}

/** Claim and Assign in a channel: the members to choose from, and the buttons that state and level allow. */
export interface AssignView {
  readonly canAssign: boolean;
  readonly canClaim: boolean;
  readonly members: readonly { readonly title: string; readonly value: string }[];
  readonly assignActions: readonly ButtonView[];
}

export const NO_ASSIGN: AssignView = { canAssign: false, canClaim: false, members: [], assignActions: [] };

/** A clock of a record as cards show it. */
export interface SubjectClock {
  readonly clock: RecordClock;
  /** The rule and the row of the policy that it comes from. */
  readonly source: string;
  /** Who owes what it asks for, in words. */
  readonly owedBy: string;
  /** What share of its time is gone when it warns, from 0 to 1. */
  readonly warnAt: number;
  /** Who ended it, and by what. */
  readonly endedBy?: { readonly by: Actor; readonly what: string } | undefined;
  /** What stops it, the most useful first; and how someone says that they have it in hand. */
  readonly cures: readonly Button[];
  readonly acknowledge?: Button | undefined;
  readonly assign?: AssignView;
}

/** A record of any kind as the shared cards show it: alerts, history, digests and lists. */
export interface Subject {
  readonly ref: RecordRef;
  /** What it is about in one line, without its id. */
  readonly title: string;
  /** The line below an alert: the title, and how urgent it is. */
  readonly about: string;
  /** IANA time zone of those who hold it. */
  readonly zone: string;
  readonly timeline: readonly Act[];
  /** What the entry at the index says. */
  words(index: number): EntryWords;
  /** One of its clocks by its key; undefined if the record does not have it any more. */
  clock(key: string): SubjectClock | undefined;
  /** What a clock is called that it does not have any more. */
  clockName(key: string): string;
  readonly open: Button;
}

/** What a record without clocks says of them. */
export const NO_CLOCKS: Pick<Subject, 'clock' | 'clockName'> = {
  clock: () => undefined,
  clockName: (key) => key,
};
