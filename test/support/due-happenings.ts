import type { Case } from '../../src/domain/cases/case';
import { clocksOf } from '../../src/domain/cases/clocks/clocks-of';
import { secondLineOf } from '../../src/domain/cases/second-line';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { dueStages, nextClockAt } from '../../src/domain/kernel/record-clock';
import type { DomainContext } from '../../src/domain/kernel/domain-context';

/** What the clocks of a case say now, as events of its timeline. */
export const dueHappenings = (subject: Case, context: DomainContext): readonly CaseEvent[] =>
  dueStages(clocksOf(subject, context), context.now, (group) =>
    secondLineOf(group, subject, context.directory),
  ) as readonly CaseEvent[];

/** When the first clock of a case has something to say. */
export const nextDueAt = (subject: Case, context: DomainContext): number | undefined =>
  nextClockAt(clocksOf(subject, context));
