import type { CardValue } from './cards/card-value';
import type { World } from './domain/world';
import type { Case } from './domain/cases/case';
import type { CaseChange } from './domain/cases/change';
import type { ClockKey } from './domain/clocks/clock-key';
import type { Lateness } from './domain/alerts/lateness';
import type { Notice } from './domain/alerts/notice';
import type { SystemName } from './domain/people/customer-system';
import type { ProblemNotice } from './domain/alerts/problem-notice';
import type { ProblemChange, ProblemReport } from './domain/problems/problem-report';
import type { RequestNotice } from './domain/alerts/request-notice';
import type { MembershipChange, MembershipRequest } from './domain/people/membership';
import type { Directory, Group, Person, PersonId, ChannelBinding } from './domain/people/directory';

/** A case as saved: the version that was read must be given back on saving. */
export interface SavedCase {
  readonly case: Case;
  readonly version: number;
}

/** A case that has something to be done. `read` throws where its record cannot be read, so that one stops no other. */
export interface DueCase {
  readonly number: string;
  readonly read: () => SavedCase;
}

/** Made by the domain; saved in one write with its notices. */
export type { CaseChange };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: SavedCase }
  | { readonly kind: 'conflict' }
  /** Another open case holds the PR (rule ES-6). */
  | { readonly kind: 'pr-already-open'; readonly number: string }
  /** The activity was handled before: the case it made. */
  | { readonly kind: 'already-done'; readonly number: string };

/** What cases can be asked for; every filter is an index. Newest change first unless said otherwise. */
export interface CaseFilter {
  readonly open?: boolean;
  readonly group?: string;
  readonly assignee?: PersonId;
  readonly msc?: string;
  readonly unassigned?: boolean;
}

/** The record of cases. Implemented in storage on the `Store` interface. */
export interface CaseRepository {
  /** The next case number, never given twice: CS0000001 and on (rule CA-7). */
  nextNumber(): Promise<string>;
  get(number: string): Promise<SavedCase | undefined>;
  /** The case that was opened by the act of this cause. */
  ofCause(cause: string): Promise<Case | undefined>;
  insert(change: CaseChange): Promise<SaveOutcome>;
  save(expectedVersion: number, change: CaseChange): Promise<SaveOutcome>;
  /** Oldest first. */
  list(filter: CaseFilter, limit: number): Promise<readonly Case[]>;
  search(words: string, limit: number): Promise<readonly Case[]>;
  /** Open cases that look the same: same PR, same requisition, same NSN for the same account (rule CA-3). */
  similar(to: {
    readonly pr?: string;
    readonly requisition?: string;
    readonly nsn?: string;
    readonly account: string;
  }): Promise<readonly Case[]>;
  /** The cases of an account by its code: the open ones first, the newest first in each. */
  ofAccount(code: string, limit: number): Promise<readonly Case[]>;
  /** Cases with nextDueAt at or before `now`, earliest first. */
  due(now: number, limit: number): Promise<readonly DueCase[]>;
  /** The earliest nextDueAt after the instant; undefined where there is none. */
  nextDue(after: number): Promise<number | undefined>;
  /** Cases with an entry at or after `from`, page by page, for metrics. */
  changedSince(from: number): AsyncIterable<Case>;
  /** Cases whose notices were saved with them and not yet handed to the outbox, with those notices. */
  withPendingNotices(limit: number): Promise<readonly (DueCase & { readonly notices: readonly Notice[] })[]>;
  /** Takes notices that the outbox holds off the case; conflicts are tried again. */
  clearPending(number: string, noticeIds: readonly string[]): Promise<void>;
}

/** Where a conversation is and how it is reached. */
export interface Address {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId?: string;
  readonly kind: 'personal' | 'channel';
}

/** A card of a case that stands in a conversation, to be brought up to date when the case changes. */
export interface Post {
  readonly caseNumber: string;
  readonly address: Address;
  readonly activityId: string;
  readonly view:
    | { readonly kind: 'case'; readonly viewer?: PersonId }
    | { readonly kind: 'channel-case'; readonly group?: string }
    | {
        readonly kind: 'warning' | 'breach' | 'escalation';
        readonly clock: ClockKey;
        readonly mentions: readonly PersonId[];
        readonly late?: Lateness;
      }
    | { readonly kind: 'approval'; readonly entry: number; readonly mentions: readonly PersonId[] };
  /** Length of the timeline that it shows. */
  readonly shows: number;
}

/** Cards that stand somewhere, by case. One a case, view and conversation is kept. */
export interface PostRegister {
  put(post: Post): Promise<void>;
  ofCase(number: string): Promise<readonly Post[]>;
  remove(post: Post): Promise<void>;
}

/** People's own conversations with the bot, learned from their turns. */
export interface AddressBook {
  put(person: PersonId, address: Address): Promise<void>;
  get(person: PersonId): Promise<Address | undefined>;
}

/** The site's people and groups; `current()` never waits. */
export interface DirectoryRegister {
  current(): Directory;
  /** Binds a group to its channel; everyone sees it in the next turn. */
  bindChannel(groupKey: string, channel: ChannelBinding): Promise<Group>;
  /** Loads a directory, replacing groups and people of the same key; bindings made by `connect` stay. */
  load(groups: readonly Group[], people: readonly Person[]): Promise<void>;
  isEmpty(): boolean;
  /** Adds a person to a group as agent, and to the people where not there yet; a later load keeps both. Safe to repeat. */
  admit(person: Person, groupKey: string): Promise<void>;
  /** Keeps the group that a person chose as primary; a later load leaves it. */
  choosePrimary(person: PersonId, groupKey: string): Promise<void>;
}

/** A membership request as saved: the version that was read must be given back on saving. */
export interface SavedRequest {
  readonly request: MembershipRequest;
  readonly version: number;
}

/** The record of membership requests: one open request a person and group (rule AC-3). */
export interface MembershipRepository {
  /** The next number, never given twice: MR1 and on. */
  nextId(): Promise<string>;
  get(id: string): Promise<SavedRequest | undefined>;
  /** `standing` is the request that is open for the same person and group, or that the same activity made. */
  insert(
    change: MembershipChange,
  ): Promise<{ readonly kind: 'saved' | 'standing'; readonly request: MembershipRequest }>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: MembershipChange): Promise<boolean>;
  /** Open requests for these groups. */
  open(groupKeys: readonly string[], limit: number): Promise<readonly MembershipRequest[]>;
  withPendingNotices(limit: number): Promise<readonly PendingRequest[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}

/** A request whose notices are not in the outbox yet; an approval may not be in the directory yet either. */
export interface PendingRequest {
  readonly request: MembershipRequest;
  readonly notices: readonly RequestNotice[];
}

/** A reported problem as saved: the version that was read must be given back on saving. */
export interface SavedProblem {
  readonly report: ProblemReport;
  readonly version: number;
}

/** A report whose notices are not in the outbox yet. */
export interface PendingProblem {
  readonly report: ProblemReport;
  readonly notices: readonly ProblemNotice[];
}

/** The record of problems that people reported with the system itself (rule AC-6). */
export interface ProblemRepository {
  /** The next number, never given twice: PB0000001 and on. */
  nextId(): Promise<string>;
  get(id: string): Promise<SavedProblem | undefined>;
  /** Answers the report as it is kept: the one that the same activity made before, where there is one. */
  insert(change: ProblemChange): Promise<ProblemReport>;
  /** Whether it was saved; not where someone else was quicker. */
  save(expectedVersion: number, change: ProblemChange): Promise<boolean>;
  /** Reports without an answer, the oldest first. */
  open(limit: number): Promise<readonly ProblemReport[]>;
  withPendingNotices(limit: number): Promise<readonly PendingProblem[]>;
  clearPending(id: string, noticeIds: readonly string[]): Promise<void>;
}

/** The API key of a customer's system, without the key itself, which is kept nowhere. Times in epoch milliseconds. */
export interface ApiKey {
  readonly system: SystemName;
  readonly createdAt: number;
  readonly createdBy: PersonId;
  /** Of this key; within a minute. */
  readonly lastUsedAt?: number;
  readonly revokedAt?: number;
}

/** The API keys of customers' systems, one a system. */
export interface ApiKeyRegister {
  /** Makes the key of a system and answers it, the only time that it can be seen; undefined while the system has one. */
  issue(system: SystemName, by: PersonId, at: number): Promise<string | undefined>;
  /** Whether the system had a key; it opens nothing from now on. */
  revoke(system: SystemName, at: number): Promise<boolean>;
  /** By the system's name, revoked ones too. */
  list(): Promise<readonly ApiKey[]>;
  /** The system whose key this is; notes the use. */
  systemOf(key: string, at: number): Promise<SystemName | undefined>;
}

/** Time, so that tests and the demo can have their own. Epoch milliseconds. */
export interface TimeSource {
  now(): number;
}

/** The log; never given personal data or secrets. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * Sends to Teams. `post` answers the id of the new activity. Both throw a `SendFault`.
 * Implemented in bot; each call has its own timeout.
 */
export interface Sender {
  post(address: Address, card: CardValue, world: World): Promise<string>;
  update(address: Address, activityId: string, card: CardValue, world: World): Promise<void>;
}

/** Why a send failed: `gone` (403, 404: the conversation is no more, or the bot was removed), else to be tried again. */
export class SendFault extends Error {
  constructor(
    readonly status: number | 'timeout' | 'network',
    readonly retryAfterMs?: number,
  ) {
    super(`Teams answered ${String(status)}`);
    this.name = 'SendFault';
  }
  get gone(): boolean {
    return this.status === 403 || this.status === 404;
  }
}
