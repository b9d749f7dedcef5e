import type { Directory, PersonId } from '../directory/directory';
import type { Act } from './entry';
import type { ClockStage, NotificationDraft } from './notification';
import type { DomainContext } from './domain-context';

/**
 * One run of a timeframe of a record, derived from its timeline (never stored). Instants in epoch milliseconds.
 * It has three stages, each once: warned, missed, and taken to the next level up from the group (rule CK-11).
 */
export interface RecordClock {
  /** One run of it: `assignment#2` is the second. */
  readonly key: string;
  readonly name: string;
  /** The group that owes what it asks for; its channel is warned. */
  readonly group: string;
  /** The group whose calendar calculates it: the one that owed it when it began (rule BT-4). */
  readonly startGroup: string;
  readonly startAt: number;
  readonly warnAt: number;
  readonly dueAt: number;
  readonly state: 'running' | 'met' | 'void';
  /** When it was met, or ended. */
  readonly endedAt?: number;
  /** Whether the timeline says that the warning, and that the breach, were recorded. */
  readonly warned: boolean;
  readonly missed: boolean;
  /** Once its breach is recorded: when it is escalated; it counts from the breach as it was told. */
  readonly escalateAt?: number;
  readonly escalated: boolean;
  /** Who acknowledged the missed clock, and when: its escalation stops. */
  readonly acknowledged?: { readonly by: PersonId; readonly at: number };
}

/** The timeframes of a kind of record. */
export interface RecordClocks<State> {
  readonly of: (state: State, context: DomainContext) => readonly RecordClock[];
  /** The group and the person who hold the record now. */
  readonly holder: (state: State) => { readonly group: string; readonly person?: PersonId | undefined };
  /** The next level up from the group that owes the clock. */
  readonly above: (group: string, state: State, directory: Directory) => readonly PersonId[];
}

/** What the timeline of any record with clocks says of them. */
export type ClockEvent =
  | { readonly kind: 'clock-warned' | 'clock-missed'; readonly clock: string; readonly dueAt: number }
  | {
      readonly kind: 'clock-escalated';
      readonly clock: string;
      readonly dueAt: number;
      readonly people: readonly PersonId[];
    }
  | { readonly kind: 'breach-acknowledged'; readonly clocks: readonly string[] };

type StageEvent = Exclude<ClockEvent, { kind: 'breach-acknowledged' }>;
type AnyEntry = { readonly kind: string } & Act;

const isStage = (entry: { readonly kind: string }): entry is StageEvent =>
  entry.kind === 'clock-warned' || entry.kind === 'clock-missed' || entry.kind === 'clock-escalated';

/** What a timeline says of each clock's stages. */
export interface ClockNotifications {
  readonly warned: ReadonlySet<string>;
  readonly missedAt: ReadonlyMap<string, number>;
  readonly escalated: ReadonlySet<string>;
  readonly acknowledged: ReadonlyMap<string, NonNullable<RecordClock['acknowledged']>>;
}

/** Reads the stages of all clocks from a timeline. */
export function clockNotifications(timeline: readonly AnyEntry[]): ClockNotifications {
  const warned = new Set<string>();
  const missedAt = new Map<string, number>();
  const escalated = new Set<string>();
  const acknowledged = new Map<string, { by: PersonId; at: number }>();
  for (const entry of timeline as readonly (ClockEvent & Act)[]) {
    if (entry.kind === 'clock-warned') warned.add(entry.clock);
    if (entry.kind === 'clock-missed') missedAt.set(entry.clock, entry.at);
    if (entry.kind === 'clock-escalated') escalated.add(entry.clock);
    if (entry.kind === 'breach-acknowledged')
      for (const key of entry.clocks) acknowledged.set(key, { by: entry.by, at: entry.at });
  }
  return { warned, missedAt, escalated, acknowledged };
}

/** Whether it is missed by now, though the timeline may not say so yet (rule BT-5). */
export const isMissed = ({ state, missed, dueAt }: RecordClock, now: number): boolean =>
  state === 'running' && (missed || now > dueAt);

/** Whether a clock whose breach is recorded is still to be escalated. */
export const willEscalate = ({ state, missed, escalated, acknowledged }: RecordClock): boolean =>
  state === 'running' && missed && !escalated && acknowledged === undefined;

/**
 * The earliest moment at which a running clock warns, is missed (one millisecond after its due time, rule BT-5) or is taken
 * further up, and the timeline does not say so yet; undefined where nothing is to come. It may lie in the past: then it is
 * due now. A clock whose breach is recorded warns no more; one that is acknowledged is not escalated.
 */
export function nextClockAt(clocks: readonly RecordClock[]): number | undefined {
  const moments = clocks.flatMap((clock) => {
    if (clock.state !== 'running') return [];
    if (clock.missed)
      return willEscalate(clock) && clock.escalateAt !== undefined ? [clock.escalateAt + 1] : [];
    return [clock.warned ? clock.dueAt + 1 : clock.warnAt];
  });
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/**
 * The warnings, breaches and escalations that are due now and not in the timeline yet, the earliest due time first (rule
 * CK-11). After an outage a clock may be missed before anybody was warned: then the breach alone is recorded. Its
 * escalation never comes with the breach: its time counts from the breach as it was told.
 */
export function dueStages(
  clocks: readonly RecordClock[],
  now: number,
  above: (group: string) => readonly PersonId[],
): readonly StageEvent[] {
  const running = clocks.filter(({ state }) => state === 'running');
  return running
    .toSorted((one, other) => one.dueAt - other.dueAt)
    .flatMap((clock): StageEvent[] => {
      const about = { clock: clock.key, dueAt: clock.dueAt };
      const events: StageEvent[] = [];
      const isLate = now > clock.dueAt;
      if (!clock.warned && !clock.missed && !isLate && now >= clock.warnAt)
        events.push({ kind: 'clock-warned', ...about });
      if (!clock.missed && isLate) events.push({ kind: 'clock-missed', ...about });
      if (willEscalate(clock) && clock.escalateAt !== undefined && now > clock.escalateAt)
        events.push({ kind: 'clock-escalated', ...about, people: above(clock.group) });
      return events;
    });
}

const TOPICS: Readonly<Record<StageEvent['kind'], ClockStage>> = {
  'clock-warned': 'warning',
  'clock-missed': 'breach',
  'clock-escalated': 'escalation',
};

/**
 * What an entry about a clock tells (rule CK-11): a warning the channel of the group that owes it, where the holder is
 * mentioned; a breach the channel, where the group's gatekeepers and supervisors are mentioned, and the supervisors in person; an escalation
 * the next level up from the group. Of a clock that is warned and missed in one change, only the breach is told.
 */
export function stageDrafts<State>(
  entry: { readonly kind: string },
  index: number,
  state: State,
  timeline: readonly AnyEntry[],
  { of, holder }: RecordClocks<State>,
  context: DomainContext,
): readonly NotificationDraft[] {
  if (!isStage(entry)) return [];
  const held = holder(state);
  const owing = of(state, context).find(({ key }) => key === entry.clock)?.group ?? held.group;
  const group = context.directory.group(owing);
  if (group === undefined) return [];
  const about = { topic: TOPICS[entry.kind], clock: entry.clock, dueAt: entry.dueAt, entry: index };
  const to = { kind: 'group', group: group.key } as const;
  if (entry.kind === 'clock-warned') {
    const isMissedToo = timeline.some(
      (each) =>
        each.kind === 'clock-missed' &&
        (each as StageEvent & Act).clock === entry.clock &&
        (each as StageEvent & Act).dueAt === entry.dueAt,
    );
    const isTheirs = held.person !== undefined && held.group === group.key;
    return isMissedToo ? [] : [{ ...about, to, mentions: isTheirs ? [held.person] : [] }];
  }
  const isUp = entry.kind === 'clock-escalated';
  const mentions = isUp ? entry.people : [...new Set([...group.gatekeepers, ...group.supervisors])];
  const people = isUp ? entry.people : group.supervisors;
  return [
    { ...about, to, mentions },
    ...people.map((person) => ({ ...about, to: { kind: 'person', person } as const })),
  ];
}
