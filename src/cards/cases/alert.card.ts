import type { Case } from '../../domain/cases/case';
import { isMissed } from '../../domain/kernel/record-clock';
import type { Clock } from '../../domain/cases/clocks/clock';
import type { ClockKind } from '../../domain/cases/clocks/clock-key';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { actionsOf } from '../../domain/cases/actions-of';
import type { CaseAction } from '../../domain/cases/permissions';
import type { World } from '../../domain/kernel/world';
import { assignView } from './assign-view';
import type { AssignView } from './assign-view';
import { buttonView, caseButton, openButton } from '../shared/button-view';
import type { ButtonView } from '../shared/button-view';
import type { FactView } from './case-facts';
import { clockDue, endingEntry, handText, leftText, owedBy } from './clock-text';
import { clockName } from './clock-names';
import { entryText } from './entry-text';
import { label } from '../shared/escape-text';
import { actorName, caseTitle, levelName, priorityName } from '../shared/names';
import { mentionsOf, mentionsView } from '../shared/presented';
import type { MentionsView, Presented, ValueOf } from '../shared/presented';
import { lateText } from './late-text';
import { instantText, spanText } from '../shared/time-text';
import type { Style } from '../shared/tone-style';

/** What the alert template reads. */
interface AlertView extends AssignView, MentionsView {
  readonly style: Style;
  readonly title: string;
  readonly about: string;
  readonly isLate: boolean;
  readonly late: string;
  readonly facts: readonly FactView[];
  readonly actions: readonly ButtonView[];
}

/** What stops each clock; Claim and Assign have their own place. */
const CURES: Readonly<Record<ClockKind, readonly CaseAction[]>> = {
  assignment: [],
  'interim-response': ['case.interim'],
  'recurring-status': ['case.status'],
  'initial-update': ['case.update', 'case.respond'],
  'recurring-update': ['case.update', 'case.respond'],
  'par-follow-up': ['case.par-follow-up', 'case.status'],
  'par-closure': ['case.resolve', 'case.approve', 'case.close'],
  'resolution-enterprise': ['case.resolve', 'case.close'],
  'resolution-level-2-and-3': ['case.resolve', 'case.close'],
};

/** Missed, and nobody has it in hand. */
const isOpenBreach = (clock: Clock, world: World): boolean =>
  isMissed(clock, world.now) && clock.acknowledged === undefined;

/** How the clock stands now: the card is brought up to date when it does not warn any more. */
interface Standing {
  readonly style: Style;
  readonly title: string;
  readonly line: string;
  readonly facts: readonly FactView[];
  readonly live: boolean;
}

function running(of: Case, clock: Clock, stage: ValueOf<'alert'>['stage'], world: World): Standing {
  const still = stage === 'escalation' ? 'Still missed' : 'Missed';
  const missed = isMissed(clock, world.now);
  const due = clockDue(clock, world);
  const left = leftText(clock, world);
  const share = Math.round(world.policies.at(of.openedAt).warnAt * 100);
  const hand = handText(clock, world);
  return {
    style: missed ? 'attention' : 'warning',
    title: missed ? `⚠ ${still}: ${clock.name}` : `⏰ ${share} % of the time is gone: ${clock.name}`,
    line: missed ? `${still.toLowerCase()}, it was due ${due}` : `due ${due}, ${left}`,
    live: true,
    facts: [
      { label: missed ? 'Was due' : 'Due', value: due },
      { label: missed ? 'Missed' : 'Left', value: missed ? left.replace(/^missed /u, '') : left },
      { label: 'Owed by', value: owedBy(of, clock, world) },
      ...(hand === undefined ? [] : [{ label: 'In hand', value: hand }]),
    ],
  };
}

function ended(of: Case, clock: Clock, world: World): Standing {
  const entry = endingEntry(of, clock);
  const at = clock.endedAt ?? world.now;
  const { zone } = world.calendars.ofGroup(clock.group);
  const when = instantText(at, zone, world.now);
  const did: readonly FactView[] =
    entry === undefined
      ? []
      : [{ label: 'By', value: `${actorName(entry.by, world)}: ${entryText(entry, world, zone).what}` }];
  if (clock.state === 'void')
    return {
      style: 'emphasis',
      title: `No longer due: ${clock.name}`,
      line: 'no longer due',
      live: false,
      facts: [{ label: 'Ended', value: when }, ...did],
    };
  const lateBy = spanText(world.calendars.ofGroup(clock.startGroup).elapsed(clock.dueAt, at));
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
      { label: 'Was due', value: clockDue(clock, world) },
    ],
  };
}

/** A clock that the case no longer has, after a correction of the policy. */
const gone = (value: ValueOf<'alert'>): Standing => ({
  style: 'emphasis',
  title: `No longer due: ${clockName(value.clock)}`,
  line: 'no longer due',
  live: false,
  facts: [],
});

/** A warning or a breach as it stands now; once the clock has ended it says how, with no button that would be stale. */
export function present(value: ValueOf<'alert'>, world: World): Presented<AlertView> {
  const of = value.case;
  const clock = clocksOf(of, world).find(({ key }) => key === value.clock);
  const standing =
    clock === undefined
      ? gone(value)
      : clock.state === 'running'
        ? running(of, clock, value.stage, world)
        : ended(of, clock, world);
  const tags =
    value.stage === 'breach' || (value.stage === 'escalation' && clock?.acknowledged === undefined);
  const mentions = standing.live && tags ? mentionsOf(value.mentions, world) : [];
  const calls = value.stage === 'escalation' ? 'Nobody took it in hand; over to' : 'For your attention';
  const assign = assignView(of, standing.live && clock?.kind === 'assignment', world);
  const possible = actionsOf(of);
  const cures =
    clock === undefined || !standing.live ? [] : CURES[clock.kind].filter((cure) => possible.includes(cure));
  const source: readonly FactView[] =
    clock === undefined ? [] : [{ label: 'Policy', value: `${clock.rule} · ${label(clock.source)}` }];
  const summary = `${of.number} · ${clock?.name ?? clockName(value.clock)}: ${standing.line}`;
  return {
    summary,
    mentions,
    view: {
      style: standing.style,
      title: standing.title,
      about: `${of.number} · ${caseTitle(of, world)} · ${priorityName(of, world)} · ${levelName(of.level)}`,
      isLate: value.late !== undefined,
      late: value.late === undefined ? '' : lateText(value.late),
      facts: [...standing.facts, ...source],
      ...mentionsView(calls, mentions),
      ...assign,
      actions: [
        ...cures
          .slice(0, 4)
          .map((cure, index) =>
            buttonView(caseButton(cure, of), { style: index === 0 ? 'positive' : 'default' }),
          ),
        ...(standing.live && clock !== undefined && isOpenBreach(clock, world)
          ? [buttonView(caseButton('case.have-it', of))]
          : []),
        buttonView(openButton(of)),
      ],
    },
  };
}
