import type { Case } from '../case';
import type { Entry } from '../timeline';
import type { DomainContext } from '../../kernel/domain-context';
import type { Clock } from './clock';

/** Why a clock is due when it is, step by step; instants in epoch milliseconds. */
export interface ClockExplanation {
  readonly clock: Clock;
  /** The entry that started it: its number in the case's history, from 1, and the entry itself. */
  readonly start?: NumberedEntry;
  /** The group whose calendar calculates it, and its zone (rule BT-4). */
  readonly calendarOf: string;
  readonly zone: string;
  /** The days between its start and its due time that did not count, ISO dates with why (rules BT-2, BT-3). */
  readonly skipped: readonly { readonly date: string; readonly why: string }[];
  /** The share of its time after which it warns, 0 to 1 (rule CK-11). */
  readonly warnShare: number;
  /** Business time from now until it is due; negative once it is missed. 0 for one that does not run. */
  readonly left: number;
  /** Business time by which it was met late; 0 in time, and for one that was not met. */
  readonly lateBy: number;
  /** The entry that met or ended it. */
  readonly end?: NumberedEntry;
  /** The entry that escalated its breach (rule CK-11). */
  readonly takenUp?: NumberedEntry;
}

interface NumberedEntry {
  readonly number: number;
  readonly entry: Entry;
}

/** Explains a clock of the case from the timeline and the calendar that calculated it; a due time that nobody can explain is not believed. */
export function explainClock(clock: Clock, subject: Case, context: DomainContext): ClockExplanation {
  const calendar = context.calendars.ofGroup(clock.startGroup);
  const start = entryAt(clock.startAt, subject);
  const end = clock.endedAt === undefined ? undefined : entryAt(clock.endedAt, subject, clock);
  const up = subject.timeline.findIndex(
    (entry) => entry.kind === 'clock-escalated' && entry.clock === clock.key,
  );
  const taken = subject.timeline[up];
  return {
    clock,
    ...(start === undefined ? {} : { start }),
    calendarOf: clock.startGroup,
    zone: calendar.zone,
    skipped: calendar.skipped(clock.startAt, clock.dueAt),
    warnShare: context.policies.at(subject.openedAt).warnAt,
    left: clock.state === 'running' ? calendar.elapsed(context.now, clock.dueAt) : 0,
    lateBy: clock.state === 'met' ? Math.max(0, calendar.elapsed(clock.dueAt, clock.endedAt ?? 0)) : 0,
    ...(end === undefined ? {} : { end }),
    ...(taken === undefined ? {} : { takenUp: { number: up + 1, entry: taken } }),
  };
}

const ALERTS: ReadonlySet<Entry['kind']> = new Set([
  'clock-warned',
  'clock-missed',
  'clock-escalated',
  'breach-acknowledged',
] as const);

/** Whether an entry may begin or end a clock; what was seen of the clocks themselves does not. */
export const isAct = ({ kind }: Entry): boolean => !ALERTS.has(kind);

/**
 * The act of an instant: entries of one change share it, and what the sweep saw in it started and ended nothing. Where
 * an act of the same instant started the clock, what ended it comes after.
 */
function entryAt(at: number, { timeline }: Case, ending?: Clock): NumberedEntry | undefined {
  const isIt = (entry: Entry): boolean => entry.at === at && isAct(entry);
  const index = ending === undefined ? timeline.findIndex(isIt) : timeline.findLastIndex(isIt);
  const entry = timeline[index];
  return entry === undefined ? undefined : { number: index + 1, entry };
}
