import { no } from '../../kernel/refusal';
import { parPrecondition } from '../pars/par-precondition';
import { caseDecision, happens } from '../decision';
import { sendsOwnMail, sentEmail } from '../messages/own-mail';
import { readMethodOf } from '../messages/read-message-method';
import { TypedForm } from '../../kernel/text/typed-form';

/**
 * A Level 2 supervisor approves the closing that was asked for: the case is closed with the words, the reason and the
 * alternative as they were asked (rule CL-5). To change them, the supervisor closes it themself. At a site without a mail
 * server the supervisor sends the message, with all of that in it, and confirms it (rule CK-1). Fields: there those of
 * `readWayOf` and `sentLetter`, else none.
 */
export const decideApprove = caseDecision('case.approve', (subject, given, by, context) => {
  const asked = subject.closingAsked;
  if (asked === undefined) return happens();
  // What closing needs holds at this door too (rules CL-2, CL-4, CL-8).
  const denied = parPrecondition('case.approve', subject, by, context);
  if (denied !== undefined) return no(denied);
  const form = sendsOwnMail(context) ? given : new TypedForm({});
  // A closing that was asked for before it said how it goes goes to the contact's own address (rule CL-3).
  const way = subject.details.externalContact ? readMethodOf(form, subject, 'final', asked.word) : undefined;
  const { text, reason, alternative } = asked;
  const longLead = { reason, ...(alternative === undefined ? {} : { alternative }), askedBy: asked.by };
  if (!form.hasFaults() && (way?.by !== 'email' || !sendsOwnMail(context)))
    return happens({ kind: 'closed', text, ...(way === undefined ? {} : { word: way }), longLead });
  const sent = form.complete({ letter: way?.by === 'email' ? sentEmail(form, way, subject) : undefined });
  return sent.ok ? happens({ kind: 'closed', ...sent.value.letter, longLead }) : sent;
});
