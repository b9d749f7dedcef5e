import type { Notice } from '../../src/domain/cases/notices/notice';
import type { Case } from '../../src/domain/cases/case';
import type {
  CaseChange,
  CaseFilter,
  CaseRepository,
  DueCase,
  SavedCase,
  SaveOutcome,
} from '../../src/ports/cases';

interface Kept extends SavedCase {
  readonly nextDueAt?: number;
  readonly notices: readonly Notice[];
}

const isOpen = ({ state }: Case): boolean => state !== 'closed';

/** The record of cases in memory, with the promises of its port: one winner a version, one open case a PR. */
export class MemoryCases implements CaseRepository {
  readonly #kept = new Map<string, Kept>();
  #last = 0;
  /** Runs before each save, so that a test can let someone else be quicker. */
  beforeSave: () => Promise<void> = () => Promise.resolve();

  nextNumber(): Promise<string> {
    this.#last += 1;
    return Promise.resolve(`CS${String(this.#last).padStart(7, '0')}`);
  }

  get(number: string): Promise<SavedCase | undefined> {
    return Promise.resolve(this.#kept.get(number));
  }

  ofCause(cause: string): Promise<Case | undefined> {
    return Promise.resolve(this.#all().find(({ timeline }) => timeline[0]?.cause === cause));
  }

  insert(change: CaseChange): Promise<SaveOutcome> {
    const cause = change.state.timeline[0]?.cause;
    const done = this.#all().find(({ timeline }) => timeline[0]?.cause === cause);
    if (done !== undefined) return Promise.resolve({ kind: 'already-done', number: done.number });
    if (this.#kept.has(change.state.number)) return Promise.resolve({ kind: 'conflict' });
    return Promise.resolve(this.#write(1, change));
  }

  async save(expectedVersion: number, change: CaseChange): Promise<SaveOutcome> {
    await this.beforeSave();
    if (this.#kept.get(change.state.number)?.version !== expectedVersion) return { kind: 'conflict' };
    return this.#write(expectedVersion + 1, change);
  }

  list(filter: CaseFilter, limit: number): Promise<readonly Case[]> {
    const found = this.#all().filter(
      (one) =>
        (filter.open === undefined || isOpen(one) === filter.open) &&
        (filter.group === undefined || one.group === filter.group) &&
        (filter.assignee === undefined || one.assignee === filter.assignee) &&
        (filter.msc === undefined || one.details.msc === filter.msc) &&
        (filter.unassigned !== true || one.assignee === undefined),
    );
    return Promise.resolve(found.sort((a, b) => a.openedAt - b.openedAt).slice(0, limit));
  }

  search(words: string, limit: number): Promise<readonly Case[]> {
    const wanted = words.toLowerCase().split(/\s+/);
    const found = this.#all().filter((one) => {
      const text = `${one.number} ${JSON.stringify(one.details)}`.toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
    return Promise.resolve(found.slice(0, limit));
  }

  similar(to: Parameters<CaseRepository['similar']>[0]): Promise<readonly Case[]> {
    const same = (one: string | undefined, other: string | undefined): boolean =>
      one !== undefined && one === other;
    const found = this.#all().filter(
      ({ details }) =>
        same(to.pr, details.pr) ||
        same(to.requisition, details.requisition) ||
        (same(to.nsn, details.nsn) && to.account === details.account.code),
    );
    return Promise.resolve(found.filter(isOpen));
  }

  async openOfAccount(code: string, limit: number): Promise<readonly Case[]> {
    return (await this.ofAccount(code, Infinity)).filter(isOpen).slice(0, limit);
  }

  ofAccount(code: string, limit: number): Promise<readonly Case[]> {
    const found = this.#all().filter(({ details }) => details.account.code === code);
    const order = (one: Case): number => (isOpen(one) ? 0 : 1);
    found.sort((a, b) => order(a) - order(b) || b.openedAt - a.openedAt);
    return Promise.resolve(found.slice(0, limit));
  }

  due(now: number, limit: number): Promise<readonly DueCase[]> {
    const found = [...this.#kept.values()].filter(({ nextDueAt }) => (nextDueAt ?? Infinity) <= now);
    return Promise.resolve(
      found.slice(0, limit).map((saved) => ({ number: saved.case.number, read: () => saved })),
    );
  }

  nextDue(after: number): Promise<number | undefined> {
    const later = [...this.#kept.values()].map(({ nextDueAt }) => nextDueAt ?? 0).filter((at) => at > after);
    return Promise.resolve(later.length === 0 ? undefined : Math.min(...later));
  }

  async *changedSince(from: number): AsyncIterable<Case> {
    await Promise.resolve();
    yield* this.#all().filter(({ changedAt }) => changedAt >= from);
  }

  withPendingNotices(limit: number): ReturnType<CaseRepository['withPendingNotices']> {
    const found = [...this.#kept.values()].filter(({ notices }) => notices.length > 0);
    return Promise.resolve(
      found.slice(0, limit).map((saved) => ({
        number: saved.case.number,
        read: () => saved,
        notices: saved.notices,
      })),
    );
  }

  clearPending(number: string, noticeIds: readonly string[]): Promise<void> {
    const kept = this.#kept.get(number);
    if (kept !== undefined) {
      const notices = kept.notices.filter(({ id }) => !noticeIds.includes(id));
      this.#kept.set(number, { ...kept, notices });
    }
    return Promise.resolve();
  }

  #all(): Case[] {
    return [...this.#kept.values()].map((kept) => kept.case);
  }

  #write(version: number, change: CaseChange): SaveOutcome {
    const { pr } = change.state.details;
    const holder = this.#all().find(
      (one) => one.number !== change.state.number && isOpen(one) && pr !== undefined && one.details.pr === pr,
    );
    if (holder !== undefined) return { kind: 'pr-already-open', number: holder.number };
    const before = this.#kept.get(change.state.number)?.notices ?? [];
    const kept: Kept = { ...change, version, notices: [...before, ...change.notices] };
    this.#kept.set(change.state.number, structuredClone(kept));
    return { kind: 'saved', saved: kept };
  }
}
