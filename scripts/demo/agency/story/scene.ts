import type { Case } from '../../../../src/domain/cases/case';
import { BUSINESS_DAY_MS } from '../../../../src/domain/calendar/calendars';
import type { Decision } from '../../../../src/domain/cases/decision';
import type { Typed } from '../../../../src/domain/kernel/text/typed-form';
import type { PersonId } from '../../../../src/domain/directory/directory';
import { monthOf } from '../../../../src/domain/metrics/days';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';
import type { Chances } from './chances';
import type { Deed, Life } from './life';
import type { WorkingHours } from '../working-hours';

/** What comes one after the other in the life of a case. */
export type Story = Generator<Deed, void, void>;

/** What everything takes in the bad month, as so many times of what it takes otherwise. */
const BAD_MONTH_TAKES = 3.4;
/** Nothing is waited for longer, in business days: somebody asks. */
const MAX_LENGTH = 120;

/** Where the story of a case plays: the case as it is now, its people, and how fast they work. */
export class Scene {
  constructor(
    readonly life: Life,
    readonly chances: Chances,
    readonly badMonth: string,
    private readonly hoursOf: (group: string) => WorkingHours,
  ) {}

  get case(): Case {
    return this.life.case;
  }

  get context(): DomainContext {
    return this.life.worldAt(this.case.changedAt);
  }

  get isBad(): boolean {
    return monthOf(this.hoursOf(this.case.group).calendar.dateOf(this.case.changedAt)) === this.badMonth;
  }

  /** So many business days of work after the last thing that was done, at an hour at which the group works. */
  later(days: number): number {
    const hours = this.hoursOf(this.case.group);
    const takes = Math.round(
      Math.min(days * (this.isBad ? BAD_MONTH_TAKES : 1), MAX_LENGTH) * BUSINESS_DAY_MS,
    );
    return hours.within(hours.calendar.add(this.case.changedAt, takes), this.chances);
  }

  /** The date so many days from an instant, as people type it. */
  dateIn(days: number, from: number): string {
    return this.hoursOf(this.case.group).calendar.dateOf(from + Math.round(days) * BUSINESS_DAY_MS);
  }

  agentOf(group: string): PersonId {
    return this.chances.of(this.context.directory.group(group)?.agents ?? []);
  }

  gatekeeperOf(group: string): PersonId {
    return this.chances.of(this.context.directory.group(group)?.gatekeepers ?? []);
  }

  supervisorOf(group: string): PersonId {
    return this.chances.of(this.context.directory.group(group)?.supervisors ?? []);
  }

  /** Who has the case, or who of its group sees to it while nobody has. */
  get holder(): PersonId {
    return this.case.assignee ?? this.gatekeeperOf(this.case.group);
  }

  /** Who speaks with the customer for Level 2 (rule CK-2), also while Level 3 works. */
  get level2(): PersonId {
    if (this.case.level !== 3) return this.holder;
    const { group, person } = this.case.level2OfRecord ?? { group: this.case.group };
    return person ?? this.gatekeeperOf(group);
  }

  deed(decide: Decision, typed: Typed, by: PersonId, at: number): Deed {
    return { decide, typed, by, at: Math.max(at, this.case.changedAt) };
  }
}
