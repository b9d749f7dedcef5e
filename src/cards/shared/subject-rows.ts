import { isMissed, type RecordClock } from '../../domain/kernel/record-clock';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ListRow } from './card-value';
import { clockDue, leftText } from './clock-words';
import { actorName } from './names';
import type { Subject } from './subject';
import { instantText } from './time-text';

/** A running clock of a record as a row. */
export function clockRow(
  subject: Subject,
  { key }: RecordClock,
  context: DomainContext,
): ListRow | undefined {
  const found = subject.clock(key);
  if (found === undefined) return undefined;
  const { clock, owedBy } = found;
  const missed = isMissed(clock, context.now);
  return {
    title: `${subject.ref.id} · ${clock.name}`,
    subtitle: subject.about,
    facts: [leftText(clock, context), `${missed ? 'was due' : 'due'} ${clockDue(clock, context)}`, owedBy],
    tone: missed ? 'attention' : 'warning',
    button: { ...subject.open, title: 'Open' },
  };
}

/** A clock that had an alert and is done now, as a row. */
export const doneRow = (subject: Subject, clock: string): ListRow => ({
  title: `${subject.ref.id} · ${subject.clockName(clock)}`,
  subtitle: subject.title,
  facts: ['was late, now done'],
  tone: 'good',
  button: { ...subject.open, title: 'Open' },
});

/** An entry of a record's timeline as a row. */
export function entryRow(subject: Subject, index: number, context: DomainContext): ListRow {
  const { ref, timeline, title, zone } = subject;
  const act = timeline[index];
  return {
    title: act === undefined ? ref.id : `${ref.id} · ${subject.words(index).what}`,
    subtitle: title,
    facts: act === undefined ? [] : [actorName(act.by, context), instantText(act.at, zone, context.now)],
    tone: 'plain',
    button: { ...subject.open, title: 'Open' },
  };
}

/** A record that was found, as a row. */
export const foundRow = (subject: Subject): ListRow => ({
  title: subject.ref.id,
  subtitle: subject.title,
  facts: [],
  tone: 'plain',
  button: { ...subject.open, title: 'Open' },
});
