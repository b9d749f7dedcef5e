import type { Case } from '../cases/case';
import type { Priority } from '../cases/details/details';
import type { Clock } from '../cases/clocks/clock';
import type { ClockKey, ClockKind } from '../cases/clocks/clock-key';
import { clocksOf } from '../cases/clocks/clocks-of';
import { stepsOf, type Step } from '../cases/clocks/steps';
import type { Group, Level, PersonId } from '../directory/directory';
import { priorityAt } from '../policy/priority';
import type { Degree } from '../cases/satisfaction/degree';
import type { DomainContext } from '../kernel/domain-context';
import { assignerAt, holderIn } from './holder-in';
import { ageOf } from './open-figures';

/** Where every fact of a case belongs. */
interface OfCase {
  readonly caseNumber: string;
  /** That of the group; `enterprise` for a group of Level 1, which belongs to none (rule ME-10). */
  readonly msc: Group['msc'];
}

/**
 * A case was closed: its Case Resolution Time in business milliseconds, the level it reached, and who held it then: it
 * counts for them alone (rules CK-10, ME-4, ME-10).
 */
export interface ClosureFact extends OfCase {
  readonly kind: 'closure';
  readonly at: number;
  readonly elapsedMs: number;
  readonly highestLevel: Level;
  /** The group, and the person, that held it at closure. */
  readonly group: string;
  readonly person?: PersonId;
  readonly reason: string;
  readonly priority: Priority;
}

/**
 * A clock ran out one way or the other: met at `at`, or missed at its due instant. `person` is who of the group held the
 * case then; of an assignment, who assigned it.
 */
export interface ClockFact extends OfCase {
  readonly kind: 'clock';
  readonly clock: ClockKind;
  readonly key: ClockKey;
  readonly level: Level;
  readonly group: string;
  readonly person?: PersonId;
  readonly priority: Priority;
  readonly at: number;
  readonly dueAt: number;
  readonly met: boolean;
  /** Met in time, met late, or never met. */
  readonly outcome: 'in-time' | 'late' | 'missed';
  /** Business milliseconds from the due instant to the act: negative before it; absent where there was no act. */
  readonly lateMs?: number;
}

/** A case is open now: its age in business milliseconds. */
export interface OpenFact extends OfCase {
  readonly kind: 'open';
  readonly group: string;
  readonly ageMs: number;
}

/**
 * The customer said how satisfied they are. It belongs to the closure that they were asked about, on its day, so that a
 * late answer lands beside the case that it is about (rule ME-3).
 */
export interface SatisfactionFact extends OfCase {
  readonly kind: 'satisfaction';
  readonly at: number;
  readonly degree: Degree;
  readonly group: string;
  readonly person?: PersonId;
}

export type CaseFact = ClosureFact | ClockFact | OpenFact | SatisfactionFact;

/**
 * What a case says for the metrics. Closures and outcomes stay as they are however the case goes on, so they can be
 * summed up per day and group, but that a reopened case counts as open until it is closed again; whether a case is open holds for the context's `now` alone.
 */
export function caseFactsOf(subject: Case, context: DomainContext): readonly CaseFact[] {
  const steps = stepsOf(subject);
  const outcomes = [...clockFacts(subject, steps, context), ...satisfactionFacts(subject, steps, context)];
  // By the same calendar as the resolution clocks.
  const age = (until: number): number => ageOf(subject, { ...context, now: until });
  if (subject.closedAt === undefined)
    return [
      ...outcomes,
      {
        ...ofCase(subject, subject.group, context),
        kind: 'open',
        group: subject.group,
        ageMs: age(context.now),
      },
    ];
  const closure: ClosureFact = {
    ...ofCase(subject, subject.group, context),
    kind: 'closure',
    at: subject.closedAt,
    elapsedMs: age(subject.closedAt),
    highestLevel: subject.highestLevel,
    group: subject.group,
    ...(subject.assignee === undefined ? {} : { person: subject.assignee }),
    reason: subject.details.reason,
    priority: priorityOf(subject, subject.highestLevel, context),
  };
  return [...outcomes, closure];
}

/** A case that was reopened since keeps the answer with the closure that it was about. */
function satisfactionFacts(
  subject: Case,
  steps: readonly Step[],
  context: DomainContext,
): readonly SatisfactionFact[] {
  const given = steps.findIndex(({ entry }) => entry.kind === 'satisfaction-answered');
  const answer = steps[given]?.entry;
  const closure = steps.findLast(({ entry }, index) => entry.kind === 'closed' && index < given);
  if (answer?.kind !== 'satisfaction-answered' || closure === undefined) return [];
  const { group, assignee } = closure.after;
  const who = assignee === undefined ? { group } : { group, person: assignee };
  const of = ofCase(subject, group, context);
  return [{ ...of, kind: 'satisfaction', at: closure.entry.at, degree: answer.degree, ...who }];
}

/**
 * A fact is the MSC's whose group it is, whatever the case was about when it was opened: so groups add up to their MSC
 * (rule ME-10). Of a group that the directory no longer has, the case says which it was.
 */
const ofCase = ({ number, details }: Case, group: string, { directory }: DomainContext): OfCase => ({
  caseNumber: number,
  msc: directory.group(group)?.msc ?? details.msc,
});

const priorityOf = (subject: Case, level: Level, { policies }: DomainContext): Priority =>
  priorityAt(subject.details, level, policies.at(subject.openedAt));

function clockFacts(subject: Case, steps: readonly Step[], context: DomainContext): readonly ClockFact[] {
  return clocksOf(subject, context).flatMap((clock): ClockFact[] => {
    const outcome = outcomeOf(clock, context);
    if (outcome === undefined) return [];
    const { kind, key, group, dueAt } = clock;
    const level = levelAt(clock, steps) ?? subject.level;
    const assigner =
      kind === 'assignment' && clock.endedAt !== undefined
        ? assignerAt(clock.endedAt, subject.timeline)
        : undefined;
    const person = assigner ?? holderIn(group, outcome.at, steps);
    const priority = priorityOf(subject, level, context);
    const who = person === undefined ? { group } : { group, person };
    return [
      {
        ...ofCase(subject, group, context),
        kind: 'clock',
        clock: kind,
        ...{ key, level, ...who, priority, dueAt, ...outcome },
      },
    ];
  });
}

type Outcome = Pick<ClockFact, 'at' | 'met' | 'outcome' | 'lateMs'>;

/** How a clock ran out; undefined while it runs in time, and where it ended before anything was owed (rule CK-4). */
function outcomeOf(clock: Clock, { now, calendars }: DomainContext): Outcome | undefined {
  const { endedAt, dueAt, state, startGroup } = clock;
  const metAt = state === 'met' ? endedAt : undefined;
  const late = metAt === undefined ? {} : { lateMs: calendars.ofGroup(startGroup).elapsed(dueAt, metAt) };
  if ((endedAt ?? now) > dueAt)
    return { at: dueAt, met: false, outcome: metAt === undefined ? 'missed' : 'late', ...late };
  return metAt === undefined ? undefined : { at: metAt, met: true, outcome: 'in-time', ...late };
}

/** The level at which the case was when the clock began: assignment has a row for each. */
const levelAt = (clock: Clock, steps: readonly Step[]): Level | undefined =>
  steps.findLast(({ entry, after }) => entry.at === clock.startAt && after.group === clock.group)?.after
    .level;
