import { alreadyDone, CASEKEEPER, entriesOf, type Act, type Entry } from './entry';
import { addressText, isOfClock, type Notification, type NotificationDraft } from './notification';
import { dueStages, nextClockAt, stageDrafts } from './record-clock';
import type { RecordChange, RecordType } from './record-type';
import type { DomainContext } from './domain-context';

interface Typed {
  readonly kind: string;
}

/**
 * The record after the events were appended (a new one where `before` is absent), with the notifications that they make.
 * Events whose cause is in the timeline already, and none at all, change nothing. Entries never go back in time, whatever
 * the clocks of two machines say.
 */
export function changeOf<State, Event extends Typed>(
  type: RecordType<State, Event>,
  id: string,
  before: State | undefined,
  events: readonly Event[],
  act: Act,
  context: DomainContext,
): RecordChange<State> {
  const timeline = before === undefined ? [] : type.timelineOf(before);
  if (before !== undefined && (events.length === 0 || alreadyDone(timeline, act.cause)))
    return changed(type, id, before, [], context);
  const at = Math.max(act.at, timeline.at(-1)?.at ?? act.at);
  const missed = before === undefined ? [] : missedBefore(type, before, act, at, context);
  const added = [...timeline, ...missed, ...entriesOf(events, act, at)];
  let after = type.evolve(id, added, before);
  const following = type.follows?.(before, after, context) ?? [];
  if (following.length > 0) {
    const own = entriesOf(following, { by: CASEKEEPER, at, cause: act.cause }, at);
    after = type.evolve(id, [...added, ...own], after);
  }
  return changed(type, id, after, notificationsOf(type, id, before, after, context), context);
}

/** What is due on a record by itself: its clocks' stages, and what its kind does beside them. */
export function dueEvents<State, Event extends Typed>(
  { clocks, due }: RecordType<State, Event>,
  state: State,
  context: DomainContext,
): readonly Event[] {
  const stages =
    clocks === undefined
      ? []
      : dueStages(clocks.of(state, context), context.now, (group) =>
          clocks.above(group, state, context.directory),
        );
  // A kind with clocks has their events among its own.
  return [...(stages as readonly unknown[] as readonly Event[]), ...(due?.(state, context) ?? [])];
}

/**
 * Clocks that ran out before this change and were not swept yet: what cures a breach must not hide it (rule CK-11).
 * The sweep's own changes are these events themselves.
 */
function missedBefore<State, Event extends Typed>(
  type: RecordType<State, Event>,
  before: State,
  act: Act,
  at: number,
  context: DomainContext,
): readonly Entry<Event>[] {
  if (act.by === CASEKEEPER || type.clocks === undefined) return [];
  const missed = dueEvents(type, before, { ...context, now: at }).filter(
    ({ kind }) => kind === 'clock-missed',
  );
  return entriesOf(missed as readonly (Event & object)[], { by: CASEKEEPER, at, cause: act.cause }, at);
}

function changed<State, Event extends Typed>(
  { clocks, nextDueAt }: RecordType<State, Event>,
  id: string,
  state: State,
  notifications: readonly Notification[],
  context: DomainContext,
): RecordChange<State> {
  const moments = [
    clocks === undefined ? undefined : nextClockAt(clocks.of(state, context)),
    nextDueAt?.(state, context),
  ].filter((moment) => moment !== undefined);
  return { id, state, notifications, ...(moments.length === 0 ? {} : { nextDueAt: Math.min(...moments) }) };
}

/**
 * The notifications of a change. Ids are made of what a notification is about, so that the same change made twice gives the
 * same ones, each once (rule CK-11).
 */
export function notificationsOf<State, Event extends Typed>(
  type: RecordType<State, Event>,
  id: string,
  before: State | undefined,
  after: State,
  context: DomainContext,
): readonly Notification[] {
  const timeline = type.timelineOf(after);
  const from = before === undefined ? 0 : type.timelineOf(before).length;
  const { clocks } = type;
  const told =
    clocks === undefined
      ? []
      : timeline
          .slice(from)
          .flatMap((entry, offset) => stageDrafts(entry, from + offset, after, timeline, clocks, context));
  const drafts: NotificationDraft[] = [...told, ...type.notifications(before, after, context, told)];
  drafts.sort((one, other) => one.entry - other.entry);
  if (type.hasPosts === true && before !== undefined && timeline.length > from)
    drafts.push({ topic: 'refresh', to: { kind: 'posts' }, entry: timeline.length - 1 });
  const byId = new Map<string, Notification>();
  for (const draft of drafts) {
    const madeAt = timeline[draft.entry]?.at ?? context.now;
    const made = {
      mentions: [],
      ...draft,
      id: draft.id ?? idOf(draft, id),
      about: { kind: type.name, id },
      madeAt,
    };
    byId.set(made.id, made);
  }
  return [...byId.values()];
}

function idOf(draft: NotificationDraft, id: string): string {
  const { topic, entry, clock = '', dueAt = 0, to } = draft;
  if (topic === 'refresh') return `${id}/refresh/${entry + 1}`;
  if (isOfClock(draft)) return `${id}/${clock}/${topic}/${dueAt}/${addressText(to)}`;
  return `${id}/entry-${entry}/${topic}/${addressText(to)}`;
}
