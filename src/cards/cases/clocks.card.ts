import type { Clock } from '../../domain/cases/clocks/clock';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { willEscalate } from '../../domain/kernel/record-clock';
import { explainClock, type ClockExplanation } from '../../domain/cases/clocks/explain-clock';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews, pagerButtons } from '../shared/button-view';
import { acknowledgedText } from '../shared/clock-words';
import { entryText } from './entry-text';
import { clip, label } from '../shared/escape-text';
import { actorName, caseTitle, groupName } from '../shared/names';
import type { Presented, ValueOf } from '../shared/presented';
import { dueText, instantText, spanText } from '../shared/time-text';
import { textColor } from '../shared/tone-style';
import { dateText } from '../../domain/kernel/text/iso-date';

const CLOCKS_A_PAGE = 6;

/** Why each clock is due when it is: running clocks by due time, then ended ones, latest first. */
export function present(value: ValueOf<'clocks'>, context: DomainContext): Presented {
  const of = value.case;
  const clocks = clocksOf(of, context).toSorted(inOrder);
  const pages = Math.max(1, Math.ceil(clocks.length / CLOCKS_A_PAGE));
  const page = Math.min(Math.max(1, value.page), pages);
  const shown = clocks.slice((page - 1) * CLOCKS_A_PAGE, page * CLOCKS_A_PAGE);
  const running = clocks.filter(({ state }) => state === 'running').length;
  const count = `${running} running, ${clocks.length - running} ended`;
  return {
    summary: `Clocks of ${of.number}: ${count}`,
    view: {
      title: `Clocks of ${of.number}`,
      about: `${caseTitle(of, context)} · ${count}${pages === 1 ? '' : ` · page ${page} of ${pages}`}`,
      isEmpty: clocks.length === 0,
      empty: 'No clock applies to this case.',
      clocks: shown.map((clock) => explainedView(explainClock(clock, of, context), context)),
      actions: buttonViews(pagerButtons('case.clocks', of, page, pages)),
    },
  };
}

const inOrder = (one: Clock, other: Clock): number =>
  Number(one.state !== 'running') - Number(other.state !== 'running') ||
  (one.state === 'running' ? one.dueAt - other.dueAt : (other.endedAt ?? 0) - (one.endedAt ?? 0));

function explainedView(explained: ClockExplanation, context: DomainContext) {
  const { clock, start, skipped, zone } = explained;
  const instant = (at: number): string => instantText(at, zone, context.now);
  const due = dueText(clock.dueAt, context.calendars.ofGroup(clock.startGroup), context.now);
  const days = `no more than ${clock.days} business ${clock.days === 1 ? 'day' : 'days'}`;
  const steps: readonly (readonly [string, string])[] = [
    ['Started', `${instant(clock.startAt)}${byEntry(start, context, zone)}`],
    ['Allowed', `${days} (${clock.rule}: ${label(clock.source)})`],
    [
      'Counted',
      `24 hours per business day, on the calendar of ${groupName(explained.calendarOf, context)}, ${zone}`,
    ],
    [
      'Not counted',
      skipped.length === 0 ? 'nothing: no weekend or holiday falls in between' : daysText(skipped),
    ],
    [
      'Warning',
      `${instant(clock.warnAt)}, after ${Math.round(explained.warnShare * 100)}% of the time${told(clock)}`,
    ],
    ['Due', due],
    ['Responsible', groupName(clock.group, context)],
    ...escalationOf(explained, instant, context),
  ];
  return {
    name: clock.name,
    ...standing(explained, instant, context),
    steps: steps.map(([of, text]) => ({ label: of, text: clip(text, 900) })),
  };
}

const told = ({ warned, missed }: Clock): string =>
  `${warned ? '; warning sent' : ''}${missed ? '; missed-clock alert posted' : ''}`;

/** What happens to a missed clock: who acknowledged it, or when and to whom it is escalated (rule CK-11). */
function escalationOf(
  { clock, takenUp, zone }: ClockExplanation,
  instant: (at: number) => string,
  context: DomainContext,
): readonly (readonly [string, string])[] {
  const steps: (readonly [string, string])[] = [];
  if (takenUp !== undefined)
    steps.push(['Escalated', `${instant(takenUp.entry.at)}${byEntry(takenUp, context, zone)}`]);
  else if (willEscalate(clock) && clock.escalateAt !== undefined)
    steps.push(['Escalates', `${instant(clock.escalateAt)}, unless it's done or acknowledged by then`]);
  const acknowledged = acknowledgedText(clock, context);
  return acknowledged === undefined ? steps : [...steps, ['Acknowledged by', acknowledged]];
}

const byEntry = (found: ClockExplanation['start'], context: DomainContext, zone: string): string =>
  found === undefined
    ? ''
    : `, entry ${found.number} by ${actorName(found.entry.by, context)}: ${entryText(found.entry, context, zone).what}`;

/** The clock's state, and when and by which entry it was met or ended. */
function standing(
  { clock, left, lateBy, end, zone }: ClockExplanation,
  instant: (at: number) => string,
  context: DomainContext,
) {
  const ended = `${instant(clock.endedAt ?? context.now)}${byEntry(end, context, zone)}`;
  const said = (state: string, isAlert = false) => ({ state, color: textColor(isAlert) });
  switch (clock.state) {
    case 'running':
      if (context.now > clock.dueAt) return said(`⚠ Missed, ${spanText(-left)} of business time ago`, true);
      return said(
        `${context.now >= clock.warnAt ? '⚠ ' : ''}Running, ${spanText(left)} of business time left`,
      );
    case 'met':
      return (clock.endedAt ?? 0) > clock.dueAt
        ? said(`⚠ Met late by ${spanText(lateBy)} of business time: ${ended}`, true)
        : said(`✓ Met in time: ${ended}`);
    case 'void':
      return said(`– No longer due: ${ended}`);
  }
}

/** "Sat 28 Nov 2026, Sun 29 Nov 2026, Thu 26 Nov 2026 (Thanksgiving Day)"; weekends are named by their day already. */
const daysText = (skipped: ClockExplanation['skipped']): string =>
  skipped
    .map(({ date, why }) => {
      const day = dateText(date).replace(/ \d{4}$/u, '');
      return why === 'Saturday' || why === 'Sunday' ? day : `${day} (${label(why)})`;
    })
    .join(', ');
