import type { ProblemReport } from '../../domain/problems/problem-report';
import type { RecordDelivery } from '../../ports/record-delivery';
import { answeredProblem, reportedProblem } from './problem-message';
import { problemSubject } from './problem-subject';

/**
 * How notifications about reported problems are delivered: to the program office, and of an answer to who met the problem.
 * They are of the running of the site, and come whatever their readers set for the work.
 */
export const problemDelivery: RecordDelivery<ProblemReport> = {
  topics: { reported: 'Problem reported', answered: 'Problem answered' },
  card: ({ topic }, report, { context }) =>
    (topic === 'reported' ? reportedProblem : answeredProblem)(report, context),
  preference: () => undefined,
  subject: problemSubject,
};
