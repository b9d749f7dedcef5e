import { calendarsOf } from '../../../src/domain/calendar/site-calendars';
import type { Directory } from '../../../src/domain/directory/directory';
import type { Policies } from '../../../src/domain/policy/policy';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { arrivals } from './arrivals';
import { badMonthOf } from './story/bad-month';
import { Chances } from './story/chances';
import { customersOf } from './customers';
import type { Customer } from './customers';
import { inquiryOf } from './story/inquiries';
import { level1 } from './story/level-1';
import { level2 } from './story/level-2';
import { Life } from './story/life';
import { Scene } from './story/scene';
import { WorkingHours } from './working-hours';

/** What an agency is made of; the same plan makes the same agency. `until` is now, in epoch milliseconds. */
export interface Plan {
  readonly cases: number;
  readonly until: number;
  readonly seed: number;
}

const TWO_YEARS_MS = 2 * 365 * 86_400_000;
/** How many of the cases begin at the Customer Interaction Center. */
const AT_LEVEL_1 = 0.55;
const LEVEL_1_GROUP = 'CIC';

/** Two years of an agency: its customers, and the life of each of its cases, up to now. */
export class Agency {
  readonly customers: readonly Customer[];
  readonly from: number;
  readonly badMonth: string;
  readonly #openings: readonly number[];
  readonly #hours = new Map<string, WorkingHours>();
  readonly #context: DomainContext;

  constructor(
    readonly plan: Plan,
    readonly directory: Directory,
    policies: Policies,
  ) {
    const { cases, until, seed } = plan;
    this.from = until - TWO_YEARS_MS;
    const calendars = calendarsOf(directory, policies);
    this.#context = {
      now: until,
      directory,
      policies,
      calendars,
      environment: 'training',
      asksCustomers: true,
    };
    const hours = this.#hoursOf(LEVEL_1_GROUP);
    this.badMonth = badMonthOf(until, hours.calendar);
    this.customers = customersOf(new Chances(seed));
    this.#openings = arrivals({ from: this.from, until, count: cases }, hours, seed);
  }

  readonly worldAt = (now: number): DomainContext => ({ ...this.#context, now });

  /** The life of the nth case, the first being 0: whatever was asked for before, it is the same. */
  life(nth: number): Life {
    const at = this.#openings[nth];
    if (at === undefined) throw new Error(`The agency has no case ${nth}`);
    const chances = Chances.ofNth(this.plan.seed, nth);
    const level = chances.happens(AT_LEVEL_1) ? 1 : 2;
    const typed = inquiryOf(nth, level, this.customers, chances);
    const group = this.#directoryGroup(level, typed['msc'] ?? '');
    const by = chances.of(group.agents);
    const openedAt =
      level === 1 ? at : Math.min(this.#hoursOf(group.key).within(at, chances), this.plan.until);
    const number = `CS${String(nth + 1).padStart(7, '0')}`;
    const life = new Life(number, this.worldAt, this.plan.until, { typed, by, at: openedAt });
    const scene = new Scene(life, chances, this.badMonth, (key) => this.#hoursOf(key));
    life.follow(level === 1 ? level1(scene) : level2(scene));
    return life;
  }

  #directoryGroup(level: 1 | 2, msc: string) {
    const found = this.directory.groups.find(
      (group) => group.level === level && (level === 1 || group.msc === msc),
    );
    if (found === undefined) throw new Error(`The directory has no group of Level ${level} for ${msc}`);
    return found;
  }

  #hoursOf(key: string): WorkingHours {
    const calendar = this.#context.calendars.ofGroup(key);
    const known = this.#hours.get(key) ?? new WorkingHours(calendar);
    this.#hours.set(key, known);
    return known;
  }
}
