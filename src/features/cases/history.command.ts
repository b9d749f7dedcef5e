import { caseView } from '../../commands/cases/case-view';

/** Shows all that was done to a case, in order, with who and when, in full (rule RE-1). */
export const historyCommand = caseView({
  verb: 'case.history',
  title: 'History',
  typed: {
    words: ['history', 'audit'],
    usage: 'history CS0000001 [page]',
    summary: 'All that was done to a case, in order and in full, with who and when.',
    example: 'history CS0000012',
  },
  show: (current, page) => ({ card: 'history', case: current, page }),
});
