import type { Case } from '../../domain/cases/case';
import {
  deliveryOutcomeOf,
  isDeliveryOutcome,
  wasResent,
  isCustomerMessage,
  customerEmailOf,
  type DeliveryOutcome,
} from '../../domain/cases/messages/customer-email';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { label, oneLine } from '../shared/escape-text';
import { instantText } from '../shared/time-text';

const WHEN_REFUSED =
  'What to do: check the address with the customer, or tell them by phone, then press Send again.';
const WHEN_GIVEN_UP =
  'What to do: tell the customer by phone, or wait until the mail server answers, then press Send again.';
const WHEN_NOT_SENT =
  "It doesn't count. What to do: press Send again, send it from your own email program or tell the customer by phone, and confirm.";

/**
 * The lines about email beside an entry: where a message went and its outcome, and beside a refusal which email it
 * was and what to do. Read from the case as it is now; times in `zone`.
 */
export function mailLines(of: Case, index: number, context: DomainContext, zone: string): readonly string[] {
  const entry = of.timeline[index];
  if (isCustomerMessage(entry) || entry?.kind === 'satisfaction-asked')
    return [...messageLines(of, index, context, zone)];
  if (entry === undefined || !isDeliveryOutcome(entry)) return [];
  const toDo =
    isCustomerMessage(of.timeline[entry.of]) && !wasResent(of, entry.of) ? whatToDo(of, entry) : [];
  return [...addressee(of, entry.of), ...toDo];
}

function whatToDo(of: Case, entry: DeliveryOutcome): readonly string[] {
  switch (entry.kind) {
    case 'mail-sent':
      return [];
    case 'mail-refused':
      return [entry.why === 'given-up' ? WHEN_GIVEN_UP : WHEN_REFUSED];
    case 'mail-not-sent':
      return deliveryOutcomeOf(of, entry.of)?.kind === 'mail-sent' ? [] : [WHEN_NOT_SENT];
  }
}

function addressee(of: Case, index: number): readonly string[] {
  const letter = customerEmailOf(of, index);
  return letter === undefined ? [] : [`To ${label(letter.to)}: ${oneLine(letter.subject)}`];
}

function messageLines(of: Case, index: number, context: DomainContext, zone: string): readonly string[] {
  const entry = of.timeline[index];
  if (isCustomerMessage(entry) && entry.word?.by === 'own-mail')
    return [`To ${label(entry.word.to)}: ${oneLine(entry.word.subject)}`];
  const letter = customerEmailOf(of, index);
  if (letter === undefined) return [];
  const fate = deliveryOutcomeOf(of, index);
  const to = `Email to ${label(letter.to)}`;
  if (fate === undefined) return [`${to}: not sent yet`];
  if (fate.kind === 'mail-not-sent') return [`${to}: not sent, the site has no mail server`];
  const when = instantText(fate.at, zone, context.now);
  return [`${to}: ${fate.kind === 'mail-sent' ? 'sent' : 'not accepted'} ${when}`];
}
