import type { Notice } from '../../domain/cases/notices/notice';
import type { Case } from '../../domain/cases/case';
import type {
  CaseChange,
  CaseFilter,
  CaseRepository,
  DueCase,
  SavedCase,
  SaveOutcome,
} from '../../ports/cases';
import type { Store, Stored, Written } from '../store';
import { listCases, pagesOf } from './case-list';
import { caseOf, nsnOfAccount, prGivenBy } from './case-record';
import type { CaseRecord } from './case-record';
import { askedWords } from './case-words';
import type { Counters } from './counters';

const SIMILAR = 20;
const PAGE = 200;
/** Cases whose unsent notices are remembered from reading to saving. */
const REMEMBERED = 1000;
const CLEARING_TRIES = 20;

/** The record of cases on a store: every change is one write of one record, with the notices that it makes. */
export class StoredCases implements CaseRepository {
  readonly #pending = new Map<string, { readonly version: number; readonly notices: readonly Notice[] }>();

  constructor(
    private readonly cases: Store<CaseRecord>,
    private readonly counters: Counters,
  ) {}

  async nextNumber(): Promise<string> {
    return `CS${String(await this.counters.next('case')).padStart(7, '0')}`;
  }

  async get(number: string): Promise<SavedCase | undefined> {
    const stored = await this.cases.get(number);
    return stored && this.#read(stored);
  }

  async ofCause(cause: string): Promise<Case | undefined> {
    return casesOf(await this.cases.find({ where: { cause }, limit: 1 }))[0];
  }

  async insert(change: CaseChange): Promise<SaveOutcome> {
    const record = recordOf(change, change.notices);
    const holder = await this.#holderOf(change);
    const written = holder === undefined ? await this.cases.insert(record.number, record) : undefined;
    if (written?.ok === true) return this.#saved(written.record, change.case);
    // One activity that came twice holds the PR of its own case: that it was handled is the answer then.
    const done = await this.ofCause(record.timeline[0]?.cause ?? '');
    if (done !== undefined) return { kind: 'already-done', number: done.number };
    return written === undefined ? heldBy(holder) : this.#refused(written, change);
  }

  async save(expectedVersion: number, change: CaseChange): Promise<SaveOutcome> {
    const { number } = change.case;
    const before = await this.#pendingAt(number, expectedVersion);
    if (before === undefined) return { kind: 'conflict' };
    const holder = await this.#holderOf(change);
    if (holder !== undefined) return heldBy(holder);
    const known = new Set(before.map(({ id }) => id));
    const pending = [...before, ...change.notices.filter(({ id }) => !known.has(id))];
    const written = await this.cases.replace(number, expectedVersion, recordOf(change, pending));
    return written.ok ? this.#saved(written.record, change.case) : this.#refused(written, change);
  }

  async list(filter: CaseFilter, limit: number): Promise<readonly Case[]> {
    return casesOf(await listCases(this.cases, filter, limit));
  }

  async search(words: string, limit: number): Promise<readonly Case[]> {
    return casesOf(await this.cases.search(askedWords(words), limit));
  }

  async similar(to: Parameters<CaseRepository['similar']>[0]): Promise<readonly Case[]> {
    const asked = [
      to.pr === undefined ? [] : { openPrNumber: to.pr },
      to.requisition === undefined ? [] : { openRequisition: to.requisition },
      to.nsn === undefined ? [] : { openNsn: nsnOfAccount(to.account, to.nsn) },
    ].flat();
    const found = await Promise.all(asked.map((where) => this.cases.find({ where, limit: SIMILAR })));
    const byNumber = new Map(found.flat().map((stored) => [stored.id, stored]));
    return casesOf([...byNumber.values()]).sort((a, b) => a.openedAt - b.openedAt);
  }

  async ofAccount(code: string, limit: number): Promise<readonly Case[]> {
    const found = await Promise.all([true, false].map((open) => this.#ofAccount(code, open, limit)));
    return casesOf(found.flat().slice(0, limit));
  }

  async openOfAccount(code: string, limit: number): Promise<readonly Case[]> {
    return casesOf(await this.#ofAccount(code, true, limit));
  }

  async due(now: number, limit: number): Promise<readonly DueCase[]> {
    const where = { nextDueAt: { upTo: now } };
    const found = await this.cases.find({ where, sort: { field: 'nextDueAt' }, limit });
    return found.map((stored) => ({ number: stored.id, read: () => this.#read(stored) }));
  }

  async nextDue(after: number): Promise<number | undefined> {
    const where = { nextDueAt: { from: after + 1 } };
    const [next] = await this.cases.find({ where, sort: { field: 'nextDueAt' }, limit: 1 });
    return next?.value.nextDueAt;
  }

  async *changedSince(from: number): AsyncIterable<Case> {
    // A case that changes while the pages are read moves to their end and would come again.
    const given = new Set<string>();
    for await (const { id, value } of pagesOf(this.cases, { changedAt: { from } }, 'changedAt', PAGE)) {
      if (given.has(id)) continue;
      given.add(id);
      yield caseOf(value);
    }
  }

  async withPendingNotices(limit: number) {
    const found = await this.cases.find({ where: { hasPending: true }, limit });
    return found.map((stored) => ({
      number: stored.id,
      read: () => this.#read(stored),
      notices: stored.value.pending,
    }));
  }

  async clearPending(number: string, noticeIds: readonly string[]): Promise<void> {
    const held = new Set(noticeIds);
    for (let tried = 0; tried < CLEARING_TRIES; tried++) {
      const stored = await this.cases.get(number);
      const pending = stored?.value.pending.filter(({ id }) => !held.has(id));
      if (stored === undefined || pending?.length === stored.value.pending.length) return;
      const cleared = { ...stored.value, pending: pending ?? [] };
      if ((await this.cases.replace(number, stored.version, cleared)).ok) return;
    }
    throw new Error(`The notices of ${number} could not be cleared in ${CLEARING_TRIES} tries`);
  }

  /** The unsent notices of a version, which never change: as read last, else read again; undefined when it is no more. */
  async #pendingAt(number: string, version: number): Promise<readonly Notice[] | undefined> {
    const remembered = this.#pending.get(number);
    if (remembered?.version === version) return remembered.notices;
    const stored = await this.cases.get(number);
    return stored?.version === version ? stored.value.pending : undefined;
  }

  #remember({ id, version, value }: Stored<CaseRecord>): void {
    this.#pending.delete(id);
    this.#pending.set(id, { version, notices: value.pending });
    const [oldest] = this.#pending.keys();
    if (this.#pending.size > REMEMBERED && oldest !== undefined) this.#pending.delete(oldest);
  }

  #ofAccount(account: string, open: boolean, limit: number) {
    return this.cases.find({
      where: { account, open },
      sort: { field: 'openedAt', descending: true },
      limit,
    });
  }

  #read(stored: Stored<CaseRecord>): SavedCase {
    this.#remember(stored);
    return { case: caseOf(stored.value), version: stored.version };
  }

  #saved(stored: Stored<CaseRecord>, saved: Case): SaveOutcome {
    this.#remember(stored);
    return { kind: 'saved', saved: { case: saved, version: stored.version } };
  }

  async #refused(why: Extract<Written<unknown>, { ok: false }>, change: CaseChange): Promise<SaveOutcome> {
    if (why.why !== 'duplicate' || why.index !== 'openPr') return { kind: 'conflict' };
    const holder = await this.#otherWithPr(change.case);
    // Who held it a moment ago has let go: to be tried again.
    return holder === undefined ? { kind: 'conflict' } : heldBy(holder);
  }

  /** Another open case that has the PR, where the change gives it to this one: the index knows one spelling only. */
  async #holderOf({ case: subject }: CaseChange): Promise<string | undefined> {
    return takesPr(subject) ? this.#otherWithPr(subject) : undefined;
  }

  async #otherWithPr({ number, details: { pr } }: Case): Promise<string | undefined> {
    if (pr === undefined) return undefined;
    const found = await this.cases.find({ where: { openPrNumber: pr }, limit: 2 });
    return found.find(({ id }) => id !== number)?.id;
  }
}

const heldBy = (number: string | undefined): SaveOutcome =>
  number === undefined ? { kind: 'conflict' } : { kind: 'pr-already-open', number };

/** Whether the last act on a case gave it its PR, or opened it anew with it. */
function takesPr({ timeline, state }: Case): boolean {
  const cause = timeline.at(-1)?.cause;
  const before = timeline.findLastIndex((entry) => entry.cause !== cause);
  const act = timeline.slice(before + 1);
  return (
    state !== 'closed' && act.some((entry) => entry.kind === 'reopened' || prGivenBy(entry) !== undefined)
  );
}

const casesOf = (found: readonly Stored<CaseRecord>[]): Case[] => found.map(({ value }) => caseOf(value));

const recordOf = (change: CaseChange, pending: readonly Notice[]): CaseRecord => ({
  number: change.case.number,
  timeline: change.case.timeline,
  pending,
  ...(change.nextDueAt === undefined ? {} : { nextDueAt: change.nextDueAt }),
});
