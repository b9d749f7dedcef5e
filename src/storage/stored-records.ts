import type { Notification } from '../domain/kernel/notification';
import { recordId, type RecordChange, type RecordType } from '../domain/kernel/record-type';
import type { DueRecord, PendingRecord, Query, Records, Saved, SaveOutcome, Where } from '../ports/records';
import { knowState, stateOf, type StoredRecord } from './record-kind';
import type { Counters } from './repositories/counters';
import { keep } from './repositories/keep';
import type { Store, Stored, Written } from './store';

/** Records whose unsent notifications are remembered from reading to saving. */
const REMEMBERED = 1000;

/** The records of one kind on a store: every change is one write of one record, with the notifications that it makes. */
export class StoredRecords<State, Event extends { readonly kind: string }> implements Records<State> {
  readonly #pending = new Map<
    string,
    Pick<Stored<unknown>, 'version'> & { readonly pending: readonly Notification[] }
  >();

  constructor(
    protected readonly type: RecordType<State, Event>,
    protected readonly store: Store<StoredRecord<Event>>,
    private readonly counters: Counters,
  ) {}

  async nextId(): Promise<string> {
    return recordId(this.type, await this.counters.next(this.type.name));
  }

  async get(id: string): Promise<Saved<State> | undefined> {
    const stored = await this.store.get(id);
    return stored && this.read(stored);
  }

  async ofCause(cause: string): Promise<Saved<State> | undefined> {
    return (await this.find({ where: { cause }, limit: 1 }))[0];
  }

  async insert(change: RecordChange<State>): Promise<SaveOutcome<State>> {
    const value = this.#valueOf(change, change.notifications);
    const written = (await this.#heldBy(change)) ?? (await this.store.insert(change.id, value));
    if ('kind' in written) {
      // If the same activity came twice, its own record holds the key: answer that it was handled.
      const ofCause = 'cause' in this.type.index.fields ? await this.#standing(change, 'cause') : undefined;
      return ofCause ?? written;
    }
    return written.ok ? this.#saved(written.record, change.state) : this.#refused(written, change);
  }

  async save(expectedVersion: number, change: RecordChange<State>): Promise<SaveOutcome<State>> {
    const { id, notifications, state } = change;
    const before = await this.#pendingAt(id, expectedVersion);
    if (before === undefined) return { kind: 'conflict' };
    const held = await this.#heldBy(change);
    if (held !== undefined) return held;
    const known = new Set(before.map((one) => one.id));
    const pending = [...before, ...notifications.filter((one) => !known.has(one.id))];
    const written = await this.store.replace(id, expectedVersion, this.#valueOf(change, pending));
    return written.ok ? this.#saved(written.record, state) : this.#refused(written, change);
  }

  async find(query: Query): Promise<readonly Saved<State>[]> {
    return (await this.store.find(query)).map((stored) => this.read(stored));
  }

  async search(words: readonly string[], limit: number): Promise<readonly Saved<State>[]> {
    return (await this.store.search(words, limit)).map((stored) => this.read(stored));
  }

  async due(now: number, limit: number): Promise<readonly DueRecord<State>[]> {
    const where = { nextDueAt: { upTo: now } };
    const found = await this.store.find({ where, sort: { field: 'nextDueAt' }, limit });
    return found.map((stored) => ({ id: stored.id, read: () => this.read(stored) }));
  }

  async nextDue(after: number): Promise<number | undefined> {
    const where = { nextDueAt: { from: after + 1 } };
    const [next] = await this.store.find({ where, sort: { field: 'nextDueAt' }, limit: 1 });
    return next?.value.nextDueAt;
  }

  async pending(limit: number): Promise<readonly PendingRecord<State>[]> {
    const found = await this.store.find({ where: { hasPending: true }, limit });
    return found.map((stored) => ({
      id: stored.id,
      read: () => this.read(stored),
      notifications: stored.value.pending,
    }));
  }

  async clearPending(id: string, notificationIds: readonly string[]): Promise<void> {
    const held = new Set(notificationIds);
    await keep(this.store, id, (known) => {
      const left = known?.pending.filter((one) => !held.has(one.id));
      return known === undefined || left?.length === known.pending.length
        ? undefined
        : { ...known, pending: left ?? [] };
    });
  }

  /** The record of what is stored. */
  protected read(stored: Stored<StoredRecord<Event>>): Saved<State> {
    this.#remember(stored);
    return { id: stored.id, state: stateOf(this.type, stored.value), version: stored.version };
  }

  #valueOf(
    { id, state, nextDueAt }: RecordChange<State>,
    pending: readonly Notification[],
  ): StoredRecord<Event> {
    const timeline = this.type.timelineOf(state);
    const value = { id, timeline, pending, ...(nextDueAt === undefined ? {} : { nextDueAt }) };
    knowState(value, state);
    return value;
  }

  #saved(stored: Stored<StoredRecord<Event>>, state: State): SaveOutcome<State> {
    this.#remember(stored);
    return { kind: 'saved', saved: { id: stored.id, state, version: stored.version } };
  }

  /** The unsent notifications of a version, which never change: as read last, else read again; undefined when it is no more. */
  async #pendingAt(id: string, version: number): Promise<readonly Notification[] | undefined> {
    const remembered = this.#pending.get(id);
    if (remembered?.version === version) return remembered.pending;
    const stored = await this.store.get(id);
    return stored?.version === version ? stored.value.pending : undefined;
  }

  #remember({ id, version, value: { pending } }: Stored<StoredRecord<Event>>): void {
    this.#pending.delete(id);
    this.#pending.set(id, { version, pending });
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > REMEMBERED && oldest !== undefined) this.#pending.delete(oldest);
  }

  /** Another record that says what only one may say now, where no unique index holds it. */
  async #heldBy({ id, state }: RecordChange<State>): Promise<SaveOutcome<State> | undefined> {
    const exclusive = this.type.index.exclusive?.(state);
    if (exclusive === undefined) return undefined;
    const found = await this.store.find({ where: exclusive.where, limit: 2 });
    const other = found.find((stored) => stored.id !== id);
    return other && { kind: 'exists', index: exclusive.index, saved: this.read(other) };
  }

  /** Why a write failed: the record that holds its key, or a conflict if it no longer does. */
  async #refused(
    why: Extract<Written<unknown>, { ok: false }>,
    change: RecordChange<State>,
  ): Promise<SaveOutcome<State>> {
    if (why.why !== 'duplicate') return { kind: 'conflict' };
    for (const { name, fields, unique } of this.type.index.indexes) {
      const [field] = fields;
      if (unique !== true || field === undefined) continue;
      const standing = await this.#standing(change, field, name);
      if (standing !== undefined) return standing;
    }
    const held = await this.#heldBy(change);
    return held ?? { kind: 'conflict' };
  }

  /** The other record that holds the change's value of a unique field. */
  async #standing(
    change: RecordChange<State>,
    field: string,
    index = field,
  ): Promise<SaveOutcome<State> | undefined> {
    const value =
      field === 'cause'
        ? this.type.timelineOf(change.state)[0]?.cause
        : this.type.index.of(change.state, change.id)[field];
    if (value === undefined) return undefined;
    const where: Where = { [field]: value };
    const [holder] = await this.store.find({ where, limit: 1 });
    if (holder === undefined || holder.id === change.id) return undefined;
    return { kind: 'exists', index, saved: this.read(holder) };
  }
}
