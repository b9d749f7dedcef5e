import { caseView } from '../../commands/cases/case-view';

/** Explains each clock of a case: why it is due when it is, because a due time that nobody can explain is not believed. */
export const clocksCommand = caseView({
  verb: 'case.clocks',
  title: 'Clocks',
  typed: {
    words: ['explain clocks', 'clocks'],
    usage: 'clocks CS0000001 [page]',
    summary: 'Why each clock is due when it is: start, days allowed, weekends and holidays.',
    example: 'clocks CS0000012',
  },
  show: (current, page) => ({ card: 'clocks', case: current, page }),
});
