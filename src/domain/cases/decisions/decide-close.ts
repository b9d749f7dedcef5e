import { BUTTON_TITLES } from '../permissions';
import type { Person } from '../../directory/directory';
import { no, refusal, type Refusal } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import type { Case } from '../case';
import { parPrecondition } from '../pars/par-precondition';
import { caseDecision, happens } from '../decision';
import { dateText } from '../../kernel/text/iso-date';
import { asksInVain, closingApproval } from './closing-approval';
import { asSent, sendsOwnMail, sentEmail } from '../messages/own-mail';
import { readMethodOf } from '../messages/read-message-method';
import type { MessageMethod } from '../messages/message-method';

/**
 * Closes a resolved case, with the final resolution as it goes to the customer (rules CL-2, CL-3). A lead time over
 * `longLeadDays` needs a quality reason for the customer and, if possible, an alternative; a Level 2 supervisor closes
 * it, anyone else asks the supervisors to (rule CL-5). At a site without a mail server who closes it sends the message
 * and confirms it (rule CK-1). Fields: `text`, those of `readWord` where a customer waits, for a long lead time `reason`
 * and `alternative`, and those of `sentLetter` once all of that was given.
 */
export const decideClose = caseDecision('case.close', (subject, form, by, context) => {
  const denied = closingPrecondition(subject, by, context);
  if (denied !== undefined) return no(denied);
  const { until, supervisors, asks } = closingApproval(subject, by, context);
  const label = 'The final resolution';
  const text = subject.details.externalContact
    ? form.requiredForCustomer('text', label, 'Write the final resolution that the customer will get.')
    : form.requiredText('text', label, 'Write how the case ended.');
  const alternative = form.text('alternative', 'The alternative');
  // Without external contact nobody is written to (rules CL-3, CK-4).
  const way = subject.details.externalContact ? readMethodOf(form, subject, 'final') : undefined;
  if (until === undefined) {
    const word = subject.details.externalContact ? asSent(form, way, subject, context) : undefined;
    const read = form.complete({ text });
    return read.ok ? happens({ kind: 'closed', text: read.value.text, ...told(word) }) : read;
  }
  const needed = `The lead time runs until ${dateText(until)}. Write the reason for closing that the customer will get.`;
  const reason = form.requiredForCustomer('reason', 'The reason for closing', needed);
  const read = form.complete({ text, reason });
  if (!read.ok) return read;
  const longLead = { reason: read.value.reason, ...(alternative === undefined ? {} : { alternative }) };
  if (asks)
    return happens({
      ...{ kind: 'closing-asked', text: read.value.text, ...told(way) },
      ...{ ...longLead, until, supervisors },
    });
  if (way?.by !== 'email' || !sendsOwnMail(context))
    return happens({ kind: 'closed', text: read.value.text, ...told(way), longLead });
  // Reason and alternative are in the message that they send: it is shown once all of it is there.
  const sent = form.complete({ letter: sentEmail(form, way, subject) });
  return sent.ok ? happens({ kind: 'closed', ...sent.value.letter, longLead }) : sent;
});

const told = (word: MessageMethod | undefined): { readonly word?: MessageMethod } =>
  word === undefined ? {} : { word };

/**
 * Why somebody cannot close the case whatever they write: a PAR keeps it open (rules CL-4, CL-8), or a supervisor has to
 * close it, and was asked already or there is none.
 */
export function closingPrecondition(subject: Case, by: Person, context: DomainContext): Refusal | undefined {
  const par = parPrecondition('case.close', subject, by, context);
  if (par !== undefined) return par;
  return asksInVain(subject, by, context) ? needsSupervisor(subject, context) : undefined;
}

/** The closing is asked for already, or the group has no supervisor to ask. */
function needsSupervisor(subject: Case, context: DomainContext) {
  const group = context.directory.group(subject.group);
  const names = (group?.supervisors ?? []).flatMap((id) => context.directory.person(id)?.name ?? []);
  const who = `a supervisor of ${group?.name ?? subject.group} (${names.join(', ') || 'it has none'})`;
  if (subject.closingAsked !== undefined) return refusal('approval-pending', { number: subject.number, who });
  const { longLeadDays } = context.policies.at(subject.openedAt);
  const action = `${BUTTON_TITLES['case.close']} with a lead time over ${longLeadDays} days`;
  return refusal('not-permitted', { number: subject.number, action, who });
}
