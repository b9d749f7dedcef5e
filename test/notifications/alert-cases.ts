import type { Notice } from '../../src/domain/cases/notices/notice';
import type { CaseChange, CaseRepository } from '../../src/ports/cases';

/** The parts of a case repository that the alerts use, in memory. `pending` is saved with the case, as the real one does. */
export function alertCases(): CaseRepository & { hands: { breakBeforeClear: boolean; bad: Set<string> } } {
  const rows = new Map<string, { change: CaseChange; version: number; pending: readonly Notice[] }>();
  const hands = { breakBeforeClear: false, bad: new Set<string>() };
  const unused = (): Promise<never> => Promise.reject(new Error('not used by the alerts'));
  const saved = (row: {
    change: CaseChange;
    version: number;
  }): { case: CaseChange['case']; version: number } => ({
    case: row.change.state,
    version: row.version,
  });
  return {
    hands,
    nextNumber: unused,
    list: unused,
    ofAccount: unused,
    openOfAccount: unused,
    search: unused,
    similar: unused,
    ofCause: unused,
    changedSince: () => {
      throw new Error('not used by the alerts');
    },
    get: (number) => {
      const row = rows.get(number);
      return Promise.resolve(row && saved(row));
    },
    insert: (change) => {
      const row = { change, version: 1, pending: change.notices };
      rows.set(change.state.number, row);
      return Promise.resolve({ kind: 'saved', saved: saved(row) });
    },
    save: (expected, change) => {
      const row = rows.get(change.state.number);
      if (row?.version !== expected) return Promise.resolve({ kind: 'conflict' });
      const next = { change, version: expected + 1, pending: [...row.pending, ...change.notices] };
      rows.set(change.state.number, next);
      return Promise.resolve({ kind: 'saved', saved: saved(next) });
    },
    due: (now, limit) => {
      const at = (row: { change: CaseChange }): number => row.change.nextDueAt ?? Infinity;
      const due = [...rows.values()].filter((row) => at(row) <= now).sort((a, b) => at(a) - at(b));
      return Promise.resolve(
        due.slice(0, limit).map((row) => ({ number: row.change.state.number, read: () => saved(row) })),
      );
    },
    nextDue: (after) => {
      const later = [...rows.values()].flatMap(({ change: { nextDueAt } }) =>
        nextDueAt !== undefined && nextDueAt > after ? [nextDueAt] : [],
      );
      return Promise.resolve(later.length === 0 ? undefined : Math.min(...later));
    },
    withPendingNotices: (limit) => {
      const pending = [...rows.values()].filter((row) => row.pending.length > 0).slice(0, limit);
      return Promise.resolve(
        pending.map((row) => ({
          number: row.change.state.number,
          read: () => saved(row),
          notices: row.pending,
        })),
      );
    },
    clearPending: (number, ids) => {
      const row = rows.get(number);
      if (hands.breakBeforeClear || hands.bad.has(number) || row === undefined)
        return Promise.reject(new Error('killed'));
      const pending = row.pending.filter((notice) => !ids.includes(notice.id));
      rows.set(number, { ...row, version: row.version + 1, pending });
      return Promise.resolve();
    },
  };
}
