import { caseAction } from '../../commands/cases/case-action';
import { oneSection } from '../../commands/forms/fields';
import { afterClosing, emailFields, sendYourself, messageIntro } from '../../commands/forms/message-fields';
import type { Case } from '../../domain/cases/case';
import { parPrecondition } from '../../domain/cases/pars/par-precondition';
import { decideApprove } from '../../domain/cases/decisions/decide-approve';
import { withLongLead } from '../../domain/cases/messages/customer-email';
import { sendsOwnMail } from '../../domain/cases/messages/own-mail';
import { subjectFor } from '../../domain/cases/messages/read-message-method';
import type { EntryOf } from '../../domain/cases/timeline';
import type { MessageMethod } from '../../domain/cases/messages/message-method';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { dateText } from '../../domain/kernel/text/iso-date';

/** A Level 2 supervisor approves a closing with a long lead time, which closes the case (rule CL-5). */
export const approveCommand = caseAction({
  action: 'case.approve',
  area: 'Closing',
  reachesCustomer: true,
  typed: {
    words: ['approve closing', 'approve'],
    usage: 'approve CS0000001',
    summary:
      'Level 2 supervisor: reviews and approves a closing with a long lead time, which closes the case.',
    example: 'approve CS0000012',
  },
  precondition: (current, context) => parPrecondition('case.approve', current, context.actor, context),
  form: (current, given, context) => {
    const { number, closingAsked: asked } = current;
    const title = `Approve the closing of ${number}`;
    if (asked === undefined) return { title, intro: 'No closing is waiting for approval.', sections: [] };
    const closes = `This closes the case. The customer will have to wait until ${dateText(asked.until)}.`;
    const mail = mailOf(current, asked, context);
    return mail === undefined
      ? {
          title,
          intro: `${goesTo(asked.word, current, context)} ${closes}`,
          sections: [
            part('Final resolution to the customer', asked.text),
            part('Reason for closing', asked.reason),
            part('Alternative for the customer', asked.alternative),
          ].flat(),
        }
      : {
          title,
          intro: `${sendYourself(current.details.contact.name)} ${closes}`,
          sections: oneSection(...emailFields(given, current, mail, context)),
        };
  },
  decide: decideApprove,
  confirmation: (after) => afterClosing('Approved and closed.', after),
});

/** The whole message, which the approver sends themselves at a site without a mail server (rule CK-1). */
function mailOf({ number, details }: Case, asked: EntryOf<'closing-asked'>, context: DomainContext) {
  const { text, word } = asked;
  const to = word === undefined ? details.contact.email : word.by === 'telephone' ? undefined : word.to;
  if (to === undefined || !details.externalContact || !sendsOwnMail(context)) return undefined;
  const subject = word === undefined || word.by === 'telephone' ? subjectFor(number, 'final') : word.subject;
  return { to, subject, text: withLongLead(text, asked, number) };
}

/** Who the message goes to. */
const goesTo = (word: MessageMethod | undefined, current: Case, context: DomainContext): string => {
  const { details } = current;
  if (!details.externalContact) return 'No customer is waiting, so nothing is sent.';
  if (word?.by === 'email') return `It will go to ${details.contact.name} at ${word.to}.`;
  return messageIntro(current, context);
};

const part = (title: string, text: string | undefined) =>
  text === undefined ? [] : [{ title, text, fields: [] }];
