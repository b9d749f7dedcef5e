import { actionsOf } from '../../domain/cases/actions-of';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews, caseButton, openButton } from '../shared/button-view';
import { clip, lines, oneLine } from '../shared/escape-text';
import { actorName, caseTitle, groupName } from '../shared/names';
import { mentionsOf, mentionsView, type Presented, type ValueOf } from '../shared/presented';
import { instantText } from '../shared/time-text';

/** What Level 3 found missing, for the group and both supervisors, for visibility and training (rule L3-2). */
export function present(value: ValueOf<'referred-back'>, context: DomainContext): Presented {
  const of = value.case;
  const entry = of.timeline[value.entry];
  if (entry?.kind !== 'referred-back')
    throw new Error(`Entry ${value.entry} of ${of.number} is not a referral back`);
  const mentions = mentionsOf(value.mentions, context);
  const { zone } = context.calendars.ofGroup(entry.group);
  const to =
    entry.to === undefined
      ? groupName(entry.group, context)
      : `${actorName(entry.to, context)}, ${groupName(entry.group, context)}`;
  const summary = `${of.number} was referred back: ${oneLine(entry.missing.join('; '))}`;
  // Once the case has moved on, the card no longer asks for what was missing.
  const stillHere = of.group === entry.group && of.level === 2;
  const cures = stillHere
    ? actionsOf(of).filter((action) => ['case.note', 'case.escalate'].includes(action))
    : [];
  return {
    summary,
    mentions,
    view: {
      title: `↩ ${of.number} was referred back`,
      about: caseTitle(of, context),
      who: `By ${actorName(entry.by, context)} to ${to} · ${instantText(entry.at, zone, context.now)}`,
      missing: entry.missing.slice(0, 20).map((item) => `• ${clip(oneLine(item), 500)}`),
      text: lines(entry.text, 3_000),
      ...mentionsView('For visibility and training', mentions),
      actions: buttonViews([openButton(of), ...cures.map((action) => caseButton(action, of))]),
    },
  };
}
