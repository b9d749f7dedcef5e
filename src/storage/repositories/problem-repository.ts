import { z } from 'zod/v4';
import type { PersonId } from '../../domain/directory/directory';
import type { ProblemEvent, ProblemReport } from '../../domain/problems/problem-report';
import { problemType } from '../../domain/problems/problem-type';
import { countReport, type RecentReports } from '../../domain/problems/reports-of-strangers';
import type { ProblemRepository } from '../../ports/problems';
import type { StoredRecord } from '../record-kind';
import { keyedById, type Store } from '../store';
import { StoredRecords } from '../stored-records';
import type { Counters } from './counters';
import { keep, readOrAnew } from './keep';

/** What each person who is not in the directory reported within the hour, by their id: no instance takes more than all may. */
export const REPORTS_OF_STRANGER = keyedById<RecentReports>({
  name: 'strangerReports',
  shape: z.array(z.looseObject({ at: z.number(), cause: z.string() })),
});

/** Reported problems on a store. */
export class StoredProblems extends StoredRecords<ProblemReport, ProblemEvent> implements ProblemRepository {
  constructor(
    store: Store<StoredRecord<ProblemEvent>>,
    private readonly ofStrangers: Store<RecentReports>,
    counters: Counters,
  ) {
    super(problemType, store, counters);
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

  async open(limit: number): Promise<readonly ProblemReport[]> {
    const found = await this.find({ where: { isOpen: true }, sort: { field: 'openSince' }, limit });
    return found.map(({ state }) => state);
  }
}
