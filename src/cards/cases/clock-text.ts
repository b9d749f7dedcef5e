import type { Case } from '../../domain/cases/case';
import type { Entry } from '../../domain/cases/timeline';
import { isMissed } from '../../domain/kernel/record-clock';
import type { Clock } from '../../domain/cases/clocks/clock';
import { isAct } from '../../domain/cases/clocks/explain-clock';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { label } from '../shared/escape-text';
import { kindOf, type ClockKey } from '../../domain/cases/clocks/clock-key';
import { CLOCK_NAMES } from '../../domain/policy/policy';
import { actorName, actorNames, groupName } from '../shared/names';
import { clockDue, acknowledgedText, leftText, zoneOf } from '../shared/clock-words';
import { instantText } from '../shared/time-text';
import { textColor } from '../shared/tone-style';

/** A running clock: calm, then warning from its warning time on, then missed. */
export function clockView(of: Case, clock: Clock, context: DomainContext) {
  const missed = isMissed(clock, context.now);
  const near = !missed && context.now >= clock.warnAt;
  const mark = missed || near ? '⚠ ' : '';
  return {
    name: clock.name,
    left: `${mark}${leftText(clock, context)}`,
    color: textColor(missed),
    due: `${missed ? 'Was due' : 'Due'} ${clockDue(clock, context)}`,
    source: `${clock.rule} · ${label(clock.source)}`,
    notes: [takenUpText(of, clock, context), acknowledgedNote(clock, context)].filter(
      (note) => note !== undefined,
    ),
  };
}

/** "Alert escalated to Pat Doe, Tue 24 Nov, 19:00 EST", if nobody acknowledged a missed clock. */
function takenUpText(of: Case, clock: Clock, context: DomainContext): string | undefined {
  const entry = of.timeline.find((each) => each.kind === 'clock-escalated' && each.clock === clock.key);
  if (entry?.kind !== 'clock-escalated') return undefined;
  const to = actorNames(entry.people, context);
  const when = instantText(entry.at, zoneOf(clock, context), context.now);
  return `Alert escalated${to === '' ? '' : ` to ${to}`}, ${when}`;
}

/** "Acknowledged by Ann Lee, Mon 23 Nov, 10:05 EST; the escalation stops". */
function acknowledgedNote(clock: Clock, context: DomainContext): string | undefined {
  const by = acknowledgedText(clock, context);
  return by === undefined ? undefined : `Acknowledged by ${by}`;
}

/** The entry that ended a clock, for who did it. */
export const endingEntry = (of: Case, clock: Clock): Entry | undefined =>
  of.timeline.findLast((entry) => entry.at === clock.endedAt && entry.by !== 'casekeeper' && isAct(entry));

/** "✓ Interim response: met Mon 23 Nov, 10:05 EST by Ann", or "⚠ …: met late, …". */
export function endedView(of: Case, clock: Clock, context: DomainContext) {
  const when =
    clock.endedAt === undefined ? '' : `, ${instantText(clock.endedAt, zoneOf(clock, context), context.now)}`;
  if (clock.state === 'void')
    return { text: `– ${clock.name}: no longer due${when}`, color: textColor(false) };
  const entry = endingEntry(of, clock);
  const who = entry === undefined ? '' : ` by ${actorName(entry.by, context)}`;
  const late = (clock.endedAt ?? 0) > clock.dueAt;
  return {
    text: `${late ? '⚠' : '✓'} ${clock.name}: met${late ? ' late' : ''}${when}${who}`,
    color: textColor(late),
  };
}

/** Who owes a clock: the assignee if the group that owes it holds the case, else the group. */
export function owedBy(of: Case, clock: Clock, context: DomainContext): string {
  const group = groupName(clock.group, context);
  const gatekeepers = context.directory.group(clock.group)?.gatekeepers ?? [];
  if (clock.kind === 'assignment' && gatekeepers.length > 0)
    return `${group}, gatekeeper ${actorNames(gatekeepers, context, ' or ')}`;
  return of.assignee === undefined || of.group !== clock.group
    ? group
    : `${actorName(of.assignee, context)}, ${group}`;
}

/** The clock of a key, by name. */
export const clockName = (key: ClockKey): string => CLOCK_NAMES[kindOf(key)].name;

/** The names of clocks, each once; one that was missed more than once says how often. */
export function clockNames(keys: readonly ClockKey[]): string {
  const times = new Map<string, number>();
  for (const name of keys.map(clockName)) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].map(([name, count]) => (count === 1 ? name : `${name} (${count} times)`)).join(', ');
}
