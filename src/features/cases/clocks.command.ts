import { caseView } from '../../commands/cases/case-view';

/** Explains how the due time of each clock of a case is calculated, so people can trust it. */
export const clocksCommand = caseView({
  verb: 'case.clocks',
  title: 'Clocks',
  typed: {
    words: ['explain clocks', 'clocks'],
    usage: 'clocks CS0000001 [page]',
    summary: "How each clock's due time is calculated: start, days allowed, weekends, and holidays.",
    example: 'clocks CS0000012',
  },
  show: (current, page) => ({ card: 'clocks', case: current, page }),
});
