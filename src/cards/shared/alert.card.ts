import { isMissed, type RecordClock } from '../../domain/kernel/record-clock';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonView, buttonViews } from './button-view';
import { clockDue, acknowledgedText, leftText } from './clock-words';
import { lateText } from './late-text';
import { actorName } from './names';
import { mentionsOf, mentionsView, type Presented, type ValueOf } from './presented';
import { NO_ASSIGN, type Subject, type SubjectClock } from './subject';
import { instantText, spanText } from './time-text';
import type { Style } from './tone-style';

/** An alert with the record that it is about. */
type AlertValue = Omit<ValueOf<'alert'>, 'case'> & { readonly subject: Subject };

/** Missed, and nobody has acknowledged it. */
const isOpenBreach = (clock: RecordClock, context: DomainContext): boolean =>
  isMissed(clock, context.now) && clock.acknowledged === undefined;

/** The clock as it is now: the card is updated once it no longer warns. */
interface AlertState {
  readonly style: Style;
  readonly title: string;
  readonly line: string;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  readonly live: boolean;
}

function running(
  { clock, owedBy, warnAt }: SubjectClock,
  stage: AlertValue['stage'],
  context: DomainContext,
): AlertState {
  const still = stage === 'escalation' ? 'Still missed' : 'Missed';
  const missed = isMissed(clock, context.now);
  const due = clockDue(clock, context);
  const left = leftText(clock, context);
  const share = Math.round(warnAt * 100);
  const acknowledged = acknowledgedText(clock, context);
  return {
    style: missed ? 'attention' : 'warning',
    title: missed ? `⚠ ${still}: ${clock.name}` : `⏰ ${share}% of the time is used: ${clock.name}`,
    line: missed ? `${still.toLowerCase()}, it was due ${due}` : `due ${due}, ${left}`,
    live: true,
    facts: [
      { label: missed ? 'Was due' : 'Due', value: due },
      { label: missed ? 'Missed' : 'Time left', value: missed ? left.replace(/^missed /u, '') : left },
      { label: 'Responsible', value: owedBy },
      ...(acknowledged === undefined ? [] : [{ label: 'Acknowledged by', value: acknowledged }]),
    ],
  };
}

function ended({ clock, endedBy }: SubjectClock, context: DomainContext): AlertState {
  const at = clock.endedAt ?? context.now;
  const { zone } = context.calendars.ofGroup(clock.group);
  const when = instantText(at, zone, context.now);
  const did =
    endedBy === undefined
      ? []
      : [{ label: 'By', value: `${actorName(endedBy.by, context)}: ${endedBy.what}` }];
  if (clock.state === 'void')
    return {
      style: 'emphasis',
      title: `No longer due: ${clock.name}`,
      line: 'no longer due',
      live: false,
      facts: [{ label: 'Ended', value: when }, ...did],
    };
  const lateBy = spanText(context.calendars.ofGroup(clock.startGroup).elapsed(clock.dueAt, at));
  const isLate = at > clock.dueAt;
  const late = isLate ? `${lateBy} of business time late` : 'in time';
  return {
    style: isLate ? 'warning' : 'good',
    title: isLate ? `⚠ Done late: ${clock.name}` : `✓ Done: ${clock.name}`,
    line: `done ${when}, ${late}`,
    live: false,
    facts: [
      { label: 'Done', value: `${when}, ${late}` },
      ...did,
      { label: 'Was due', value: clockDue(clock, context) },
    ],
  };
}

/** A clock that the record no longer has, after a correction of the policy. */
const gone = ({ clock, subject }: AlertValue): AlertState => ({
  style: 'emphasis',
  title: `No longer due: ${subject.clockName(clock)}`,
  line: 'no longer due',
  live: false,
  facts: [],
});

/** A warning or a breach as it is now; once the clock has ended it says how, with no stale buttons. */
export function present(value: AlertValue, context: DomainContext): Presented {
  const { subject, stage } = value;
  const found = subject.clock(value.clock);
  const clock = found?.clock;
  const standing =
    found === undefined
      ? gone(value)
      : found.clock.state === 'running'
        ? running(found, stage, context)
        : ended(found, context);
  const tags = stage === 'breach' || (stage === 'escalation' && clock?.acknowledged === undefined);
  const mentions = standing.live && tags ? mentionsOf(value.mentions, context) : [];
  const calls = stage === 'escalation' ? 'Nobody acknowledged it; escalated to' : 'For your attention';
  const source = found === undefined ? [] : [{ label: 'Policy', value: found.source }];
  const cures = found === undefined || !standing.live ? [] : found.cures;
  const acknowledge =
    found !== undefined && standing.live && isOpenBreach(found.clock, context)
      ? found.acknowledge
      : undefined;
  return {
    summary: `${subject.ref.id} · ${clock?.name ?? subject.clockName(value.clock)}: ${standing.line}`,
    mentions,
    view: {
      style: standing.style,
      title: standing.title,
      about: `${subject.ref.id} · ${subject.about}`,
      isLate: value.late !== undefined,
      late: value.late === undefined ? '' : lateText(value.late),
      facts: [...standing.facts, ...source],
      ...mentionsView(calls, mentions),
      ...(found?.assign ?? NO_ASSIGN),
      actions: [
        ...buttonViews(cures.slice(0, 4)),
        ...(acknowledge === undefined ? [] : [buttonView(acknowledge)]),
        buttonView(subject.open),
      ],
    },
  };
}
