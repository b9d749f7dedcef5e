import { z } from 'zod/v4';
import type { ProblemNotice } from '../../domain/problems/problem-notice';
import type { ProblemChange, ProblemReport } from '../../domain/problems/problem-report';
import type { PendingProblem, ProblemRepository, SavedProblem } from '../../ports/problems';
import type { PersonId } from '../../domain/directory/directory';
import { countReport } from '../../domain/problems/reports-of-strangers';
import type { RecentReports } from '../../domain/problems/reports-of-strangers';
import type { RecordKind, Store } from '../store';
import type { Counters } from './counters';
import { keep, readOrAnew } from './keep';
import { NOTICE_SHAPE } from './shapes';
import { clearPending, saveWithNotices, withPending } from './pending-notices';

/** A report as it is kept, with what its last changes still have to send. */
interface ProblemRecord {
  readonly report: ProblemReport;
  readonly pending: readonly ProblemNotice[];
}

/** `openSince` is there while the report is not answered. */
export const PROBLEM: RecordKind<ProblemRecord> = {
  name: 'problem',
  fields: { cause: 'string', isOpen: 'boolean', openSince: 'number', hasPending: 'boolean' },
  indexes: [
    { name: 'problem_cause', fields: ['cause'], unique: true },
    { name: 'problem_open', fields: ['isOpen', 'openSince'] },
    { name: 'problem_pending', fields: ['hasPending'] },
  ],
  indexed: ({ report, pending }) => {
    const isOpen = report.answers.length === 0;
    return {
      cause: report.cause,
      isOpen,
      openSince: isOpen ? report.at : undefined,
      hasPending: pending.length > 0 ? true : undefined,
    };
  },
  shape: z.looseObject({
    report: z.looseObject({
      id: z.string(),
      person: z.string(),
      name: z.string(),
      at: z.number(),
      cause: z.string(),
      metIn: z.looseObject({ kind: z.string(), conversationId: z.string() }),
      text: z.string(),
      answers: z.array(z.looseObject({ text: z.string(), by: z.string(), at: z.number() })),
    }),
    pending: z.array(NOTICE_SHAPE),
  }),
};

/** What each person who is not in the directory reported within the hour, by their id: no instance takes more than all may. */
export const REPORTS_OF_STRANGER: RecordKind<RecentReports> = {
  name: 'strangerReports',
  fields: {},
  indexes: [],
  indexed: () => ({}),
  shape: z.array(z.looseObject({ at: z.number(), cause: z.string() })),
};

/** Reported problems on a store: a report and the notices of a change are one write. */
export class StoredProblems implements ProblemRepository {
  constructor(
    private readonly store: Store<ProblemRecord>,
    private readonly ofStrangers: Store<RecentReports>,
    private readonly counters: Counters,
  ) {}

  async nextId(): Promise<string> {
    return `PB${String(await this.counters.next('problem')).padStart(7, '0')}`;
  }

  async countOfStranger(person: PersonId, at: number, cause: string): Promise<number | undefined> {
    let waitMs: number | undefined;
    const next = (before: RecentReports = []): RecentReports | undefined => {
      const counted = countReport(before, at, cause);
      waitMs = counted.ok ? undefined : counted.waitMs;
      return counted.ok ? counted.reports : undefined;
    };
    await keep(this.ofStrangers, person, next, readOrAnew);
    return waitMs;
  }

  async get(id: string): Promise<SavedProblem | undefined> {
    const stored = await this.store.get(id);
    return stored && { report: stored.value.report, version: stored.version };
  }

  async insert({ report, notices }: ProblemChange): Promise<ProblemReport> {
    const written = await this.store.insert(report.id, { report, pending: notices });
    if (written.ok) return report;
    const [standing] = await this.store.find({ where: { cause: report.cause }, limit: 1 });
    if (standing === undefined) throw new Error(`The report ${report.id} could not be kept`);
    return standing.value.report;
  }

  save(expectedVersion: number, { report, notices }: ProblemChange): Promise<boolean> {
    return saveWithNotices(this.store, report.id, expectedVersion, { report }, notices);
  }

  async open(limit: number): Promise<readonly ProblemReport[]> {
    const found = await this.store.find({ where: { isOpen: true }, sort: { field: 'openSince' }, limit });
    return found.map(({ value }) => value.report);
  }

  async withPendingNotices(limit: number): Promise<readonly PendingProblem[]> {
    const found = await withPending(this.store, limit);
    return found.map(({ report, pending }) => ({ report, notices: pending }));
  }

  clearPending(id: string, noticeIds: readonly string[]): Promise<void> {
    return clearPending(this.store, id, noticeIds);
  }
}
