import type { ProblemReport } from '../../domain/problems/problem-report';
import type { RecordDelivery } from '../../ports/record-delivery';
import { answeredProblem, reportedProblem } from './problem-message';
import { problemSubject } from './problem-subject';

/**
 * How notifications about reported problems are delivered: to the program office, and answers to the reporter.
 * They are about running the site, so they come whatever their readers set for their work.
 */
export const problemDelivery: RecordDelivery<ProblemReport> = {
  topics: { reported: 'Problem reported', answered: 'Problem answered' },
  card: ({ topic }, report, { context }) =>
    (topic === 'reported' ? reportedProblem : answeredProblem)(report, context),
  preference: () => undefined,
  subject: problemSubject,
};
