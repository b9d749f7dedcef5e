import type { Case } from '../../domain/cases/case';
import { messageToResend } from '../../domain/cases/messages/customer-email';
import { parName } from '../../domain/cases/pars/par-name';
import type { Entry } from '../../domain/cases/timeline';
import type { CaseAction } from '../../domain/cases/permissions';
import { possibleFor } from '../../domain/cases/possible-for';
import type { PersonId } from '../../domain/directory/directory';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews, caseButton, openButton } from '../shared/button-view';
import type { Button } from '../shared/card-value';
import { entryText, type EntryWords } from './entry-text';
import { label, lines, markdown } from '../shared/escape-text';
import { linkViews } from '../shared/link-view';
import { mailLines } from './mail-text';
import { caseTitle } from '../shared/names';
import type { Presented, ValueOf } from '../shared/presented';
import { plainLine, richLines } from '../shared/rich-text-view';
import { instantText } from '../shared/time-text';
import { doneBy } from '../shared/where-text';

/** The text of an entry; a new assignee reads that the case is assigned to them. */
export function wordsFor(entry: Entry, reader: PersonId, context: DomainContext, zone: string): EntryWords {
  const words = entryText(entry, context, zone);
  return entry.kind === 'assigned' && entry.to === reader
    ? { ...words, what: 'The case is assigned to you' }
    : words;
}

/**
 * What the reader can do about it from here: ask the supervisors if Level 3 missed its time (rule L3-3), resend a message
 * whose email was refused or not sent (rules CK-1, CL-3), acknowledge an escalated alert (rule CK-11), or assign a case
 * whose assignee left (rule AC-7).
 */
function helpFor(
  { case: of, entry, reader }: ValueOf<'case-notification'>,
  context: DomainContext,
): readonly Button[] {
  const person = context.directory.person(reader);
  const action = helpOf(of, entry);
  if (action === undefined || person === undefined) return [];
  return possibleFor(of, person, context).includes(action) ? [caseButton(action, of)] : [];
}

function helpOf(of: Case, index: number): CaseAction | undefined {
  const entry = of.timeline[index];
  const isLost = entry?.kind === 'mail-refused' || entry?.kind === 'mail-not-sent';
  if (isLost && messageToResend(of) === entry.of) return 'case.resend';
  if (entry?.kind === 'clock-escalated') return 'case.acknowledge';
  if (entry?.kind === 'assignee-left') return of.assignee === undefined ? 'case.assign' : undefined;
  return entry?.kind === 'clock-missed' ? 'case.ask-supervisors' : undefined;
}

/** If an answer was inadequate, also which PAR follows it (rule CL-4). */
function newParLines({ timeline }: Case, index: number): readonly string[] {
  const [completed, next] = timeline.slice(index, index + 2);
  if (completed?.kind !== 'par-completed' || next?.kind !== 'par-submitted') return [];
  return next.references === completed.number ? [`Followed by ${label(parName(next.par.number))}`] : [];
}

/** A notification about one entry of a case: what happened, who did it and when, and a button to the case. */
export function present(value: ValueOf<'case-notification'>, context: DomainContext): Presented {
  const of = value.case;
  const index = value.entry in of.timeline ? value.entry : of.timeline.length - 1;
  const entry = of.timeline[index];
  if (entry === undefined) throw new Error(`${of.number} has no timeline`);
  const { zone } = context.calendars.ofGroup(of.group);
  const words = wordsFor(entry, value.reader, context, zone);
  const { what } = words;
  const details = [...words.details, ...newParLines(of, index), ...mailLines(of, index, context, zone)];
  const rich = words.formatted && richLines(details.join('\n'), 1_500, 12);
  const summary = `${of.number}: ${what}`;
  return {
    summary,
    view: {
      number: of.number,
      title: caseTitle(of, context),
      what: markdown(what),
      who: `${entry.by === value.reader ? 'You' : doneBy(entry, context)} · ${instantText(entry.at, zone, context.now)}`,
      details:
        rich ??
        details
          .flatMap((detail) => lines(detail, 1_500))
          .slice(0, 12)
          .map(plainLine),
      links: linkViews(words),
      actions: buttonViews([openButton(of), ...helpFor(value, context)]),
    },
  };
}
