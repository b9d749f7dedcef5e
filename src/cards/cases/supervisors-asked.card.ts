import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import type { ClockKey } from '../../domain/cases/clocks/clock-key';
import type { Case } from '../../domain/cases/case';
import { actionsOf } from '../../domain/cases/actions-of';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews, caseButton, openButton } from '../shared/button-view';
import { clockName, clockNames, endedView } from './clock-text';
import { clockDue, leftText } from '../shared/clock-words';
import { lines } from '../shared/escape-text';
import { actorName, caseTitle, groupName } from '../shared/names';
import { mentionsOf, mentionsView, type Presented, type ValueOf } from '../shared/presented';
import { instantText } from '../shared/time-text';

const CURES = ['case.update', 'case.respond', 'case.note'] as const;

/** Level 2 asks both groups' supervisors for expedited assistance, in the Level 3 group's channel (rule L3-3). */
export function present(value: ValueOf<'supervisors-asked'>, context: DomainContext): Presented {
  const of = value.case;
  const entry = of.timeline[value.entry];
  if (entry?.kind !== 'supervisors-asked')
    throw new Error(`Entry ${value.entry} of ${of.number} is not a request to supervisors`);
  const mentions = mentionsOf(value.mentions, context);
  const { zone } = context.calendars.ofGroup(entry.group);
  // Once the case has moved on, the card no longer asks for help.
  const stillHere = of.group === entry.group && of.level === 3;
  const possible = stillHere ? actionsOf(of) : [];
  const cures = CURES.filter((action) => possible.includes(action));
  const names = clockNames(entry.clocks);
  return {
    summary: `${of.number}: Level 2 asks the supervisors for help; Level 3 missed: ${names}`,
    mentions,
    view: {
      title: `⚠ ${of.number}: Level 2 asks for expedited assistance`,
      about: caseTitle(of, context),
      who: `By ${actorName(entry.by, context)} to ${groupName(entry.group, context)} · ${instantText(entry.at, zone, context.now)}`,
      missed: entry.clocks.map((key) => missedText(of, key, context)),
      text: lines(entry.text, 6_000),
      ...mentionsView('For expedited assistance', mentions),
      actions: buttonViews([openButton(of), ...cures.map((action) => caseButton(action, of))]),
    },
  };
}

/** "• Initial quality status update: was due Mon 16 Nov, 10:00 EST, missed 2 h ago". */
function missedText(of: Case, key: ClockKey, context: DomainContext): string {
  const clock = clocksOf(of, context).find((each) => each.key === key);
  if (clock === undefined) return `• ${clockName(key)}`;
  if (clock.state !== 'running') return `• ${endedView(of, clock, context).text}`;
  return `• ${clock.name}: was due ${clockDue(clock, context)}, ${leftText(clock, context)}`;
}
