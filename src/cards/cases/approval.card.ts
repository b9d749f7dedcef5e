import type { Case } from '../../domain/cases/case';
import { sendsOwnMail } from '../../domain/cases/messages/own-mail';
import type { Entry } from '../../domain/cases/timeline';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Button } from '../shared/card-value';
import { buttonViews, caseButton, openButton } from '../shared/button-view';
import { entryText } from './entry-text';
import { lines, oneLine } from '../shared/escape-text';
import { caseTitle } from '../shared/names';
import { mentionsOf, mentionsView, type Presented, type ValueOf } from '../shared/presented';
import { instantText } from '../shared/time-text';
import type { Style } from '../shared/tone-style';
import { doneBy } from '../shared/where-text';
import { dateText } from '../../domain/kernel/text/iso-date';

// The card shows what goes to the customer, so pressing Approve submits it like the form does. At a site
// without a mail server it opens the form, with the message that the supervisor sends (rule CK-1).
const approveButton = (of: Case, context: DomainContext): Button => {
  const { title, verb, data } = caseButton('case.approve', of);
  return { title, verb, data: sendsOwnMail(context) ? data : { ...data, submitted: 'yes' } };
};

/** How the request ended: approved, declined, or the case was reopened or closed without it. */
const answerTo = (of: Case, index: number): Entry | undefined =>
  of.timeline
    .slice(index + 1)
    .find(({ kind }) => kind === 'closed' || kind === 'closing-declined' || kind === 'reopened');

/**
 * A closing with a long lead time that is waiting for a Level 2 supervisor: the message to the customer, with the reason
 * and the alternative (rule CL-5). Once it is answered, the card says how and has no stale buttons.
 */
export function present(value: ValueOf<'approval'>, context: DomainContext): Presented {
  const of = value.case;
  const entry = of.timeline[value.entry];
  if (entry?.kind !== 'closing-asked')
    throw new Error(`Entry ${value.entry} of ${of.number} is not a request to close`);
  // While it waits, its message goes to the contact's address as it is now.
  const asked = of.closingAsked?.cause === entry.cause ? of.closingAsked : entry;
  const { zone } = context.calendars.ofGroup(of.group);
  const when = (at: number): string => instantText(at, zone, context.now);
  const answer = answerTo(of, value.entry);
  const mentions = answer === undefined ? mentionsOf(value.mentions, context) : [];
  const outcome = answer && oneLine(entryText(answer, context, zone).what);
  const title =
    outcome === undefined
      ? 'approval to close requested'
      : `${outcome.charAt(0).toLowerCase()}${outcome.slice(1)}`;
  const style: Style = answer === undefined ? 'warning' : answer.kind === 'closed' ? 'good' : 'emphasis';
  const part = (label: string, text: string | undefined) =>
    text === undefined ? [] : [{ label, text: lines(text, 2_100) }];
  return {
    summary: `${of.number}: ${title}`,
    mentions,
    view: {
      style,
      title: `${of.number}: ${title}`,
      about: caseTitle(of, context),
      facts: [
        { label: 'Waits until', value: dateText(asked.until) },
        { label: 'Requested by', value: `${doneBy(asked, context)} · ${when(asked.at)}` },
        ...(asked.word?.by === 'email' ? [{ label: 'Email to', value: oneLine(asked.word.to) }] : []),
        ...(answer === undefined
          ? []
          : [{ label: 'Answered by', value: `${doneBy(answer, context)} · ${when(answer.at)}` }]),
      ],
      parts: [
        ...part('Final resolution to the customer', asked.text),
        ...part('Reason for closing', asked.reason),
        ...part('Alternative for the customer', asked.alternative),
        ...part('Why declined', answer?.kind === 'closing-declined' ? answer.why : undefined),
      ],
      ...mentionsView('To approve or decline', mentions),
      actions: buttonViews([
        ...(answer === undefined ? [approveButton(of, context), caseButton('case.decline', of)] : []),
        openButton(of),
      ]),
    },
  };
}
