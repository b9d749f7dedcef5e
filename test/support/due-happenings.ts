import type { Case } from '../../src/domain/cases/case';
import { clocksOf } from '../../src/domain/cases/clocks/clocks-of';
import { secondLineOf } from '../../src/domain/cases/second-line';
import type { Happening } from '../../src/domain/cases/timeline';
import { dueStages, nextClockAt } from '../../src/domain/kernel/record-clock';
import type { World } from '../../src/domain/kernel/world';

/** What the clocks of a case say now, as happenings of its timeline. */
export const dueHappenings = (subject: Case, world: World): readonly Happening[] =>
  dueStages(clocksOf(subject, world), world.now, (group) =>
    secondLineOf(group, subject, world.directory),
  ) as readonly Happening[];

/** When the first clock of a case has something to say. */
export const nextDueAt = (subject: Case, world: World): number | undefined =>
  nextClockAt(clocksOf(subject, world));
