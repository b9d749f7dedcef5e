import type { Case } from '../cases/case';
import type { Priority } from '../cases/details/details';
import type { ClockKind } from '../cases/clocks/clock-key';
import type { Group, Level, PersonId } from '../directory/directory';
import { isSatisfied } from '../cases/satisfaction/degree';
import type { DomainContext } from '../kernel/domain-context';
import type { Day } from './days';
import { caseFactsOf } from './case-facts';
import type { ClockFact, ClosureFact, CaseFact, SatisfactionFact } from './case-facts';

/** What can be counted of clocks. The clocks of resolution are not among them: closures are counted by their very time. */
type CountedClock = Exclude<ClockKind, 'resolution-enterprise' | 'resolution-level-2-and-3'>;

/**
 * The list on which a fact stands: closures by the level that the case reached, outcomes by clock, level and priority.
 * A new kind of fact has a list of its own here, and its facts in `marksOfFact`; rollups and queries need nothing else.
 */
export type List = 'satisfaction' | `closed/${Level}` | `${CountedClock}/${Level}/${Priority}`;

/**
 * What one case adds to one figure, on a day and for a group: small, derived from the timeline, and never changed but by
 * a change of the case. Each fact counts once: for its group, for the MSC that the group belongs to, and so for the
 * enterprise (rule ME-10).
 */
export interface MetricFact {
  readonly number: string;
  readonly list: List;
  /** Which of the case it is: "closed", "satisfaction", or the clock's key. */
  readonly key: string;
  /** The local day of the group's zone. */
  readonly day: Day;
  readonly group: string;
  readonly msc: Group['msc'];
  readonly person?: PersonId;
  readonly met: boolean;
  /** By which the worst come first: business milliseconds of resolution, or past the due instant. */
  readonly worse: number;
}

/** Known by its case and where it counts, so that one that moves to another day, or with its group to another MSC, leaves the first. */
export const metricFactId = ({ number, key, group, msc, day, person = '' }: MetricFact): string =>
  [number, key, group, day, person, msc].join('|');

/** Whether two facts say the same; either may be absent. */
export const isSameFact = (one: MetricFact | undefined, other: MetricFact | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && textOf(one) === textOf(other));

const textOf = (fact: MetricFact): string =>
  JSON.stringify([metricFactId(fact), fact.list, fact.msc, fact.met, fact.worse]);

/** Whether a fact counts Case Resolution Time. */
export const isClosure = (list: string): boolean => list.startsWith('closed/');

/** Worse than anything that was done late: never done, the longest owed first. */
const NEVER = 1e14;

/** When what was never done fell due (epoch milliseconds); undefined for a fact of what was done. */
export const neverDoneSince = ({ list, worse }: MetricFact): number | undefined =>
  isClosure(list) || worse < NEVER / 2 ? undefined : NEVER - worse;

/**
 * The facts of a case: what its timeline says, whatever the hour. A clock that ran out since the last entry has its fact
 * when the sweep has written it.
 */
export const metricFactsOf = (subject: Case, context: DomainContext): readonly MetricFact[] =>
  caseFactsOf(subject, { ...context, now: subject.changedAt }).flatMap((fact) =>
    metricFactsOfCaseFact(fact, context),
  );

/** The facts of one fact; an open case has none, as it is counted as it stands. */
export function metricFactsOfCaseFact(fact: CaseFact, context: DomainContext): readonly MetricFact[] {
  switch (fact.kind) {
    case 'closure':
      return [closureMetricFact(fact, context)];
    case 'clock':
      return isCounted(fact.clock) ? [clockMetricFact(fact, fact.clock, context)] : [];
    case 'open':
      return [];
    case 'satisfaction':
      return [satisfactionMetricFact(fact, context)];
  }
}

/** The least satisfied are the worst. */
function satisfactionMetricFact(fact: SatisfactionFact, context: DomainContext): MetricFact {
  const { caseNumber, at, degree, group, msc, person } = fact;
  return {
    number: caseNumber,
    list: 'satisfaction',
    key: 'satisfaction',
    day: dayIn(group, at, context),
    group,
    msc,
    ...(person === undefined ? {} : { person }),
    met: isSatisfied(degree),
    worse: 5 - Number(degree),
  };
}

const isCounted = (clock: ClockKind): clock is CountedClock =>
  clock !== 'resolution-enterprise' && clock !== 'resolution-level-2-and-3';

const dayIn = (group: string, at: number, { calendars }: DomainContext): Day =>
  calendars.ofGroup(group).dateOf(at);

function closureMetricFact(fact: ClosureFact, context: DomainContext): MetricFact {
  const { caseNumber, group, msc, person, at, elapsedMs, highestLevel } = fact;
  return {
    number: caseNumber,
    list: `closed/${highestLevel}`,
    key: 'closed',
    day: dayIn(group, at, context),
    group,
    msc,
    ...(person === undefined ? {} : { person }),
    met: true,
    worse: elapsedMs,
  };
}

function clockMetricFact(fact: ClockFact, clock: CountedClock, context: DomainContext): MetricFact {
  const { caseNumber, key, level, priority, group, msc, person, at, dueAt, met, lateMs } = fact;
  return {
    number: caseNumber,
    list: `${clock}/${level}/${priority}`,
    key,
    day: dayIn(group, at, context),
    group,
    msc,
    ...(person === undefined ? {} : { person }),
    met,
    worse: lateMs ?? NEVER - dueAt,
  };
}
