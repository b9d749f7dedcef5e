import type { Case } from '../cases/case';
import type { Contact } from '../cases/details/details';
import type { CaseEvent } from '../cases/timeline';
import type { Correction, CustomerContact } from './contact-record';

/** A correction as it comes to a case: what happens there, by whom and under which cause. */
interface Carried extends Pick<Correction, 'by' | 'cause'> {
  readonly event: Extract<CaseEvent, { kind: 'contact-corrected' }>;
}

/**
 * The first correction of a contact that an open case of theirs has not taken over yet (rule RE-1: a new entry; the
 * description and the opening stay). Only what was corrected changes: what a case was given otherwise is kept.
 * Corrections from before the case was opened are none of its.
 */
export function correctionFor(subject: Case, known: CustomerContact): Carried | undefined {
  const had = new Set(subject.timeline.map(({ cause }) => cause));
  for (const entry of known.timeline) {
    if (entry.kind !== 'corrected' || entry.at < subject.openedAt || had.has(entry.cause)) continue;
    const from = subject.details.contact;
    const to = corrected(from, entry);
    if (sameContact(from, to)) continue;
    const { by, cause, why } = entry;
    return { by, cause, event: { kind: 'contact-corrected', from, to, why } };
  }
  return undefined;
}

function corrected(contact: Contact, { from, to }: Correction): Contact {
  const email = from.email === to.email ? contact.email : to.email;
  const phone = from.phone === to.phone ? contact.phone : to.phone;
  return {
    name: from.name === to.name ? contact.name : to.name,
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** Whether two contacts are the same letter by letter. */
export const sameContact = (one: Contact, other: Contact): boolean =>
  one.name === other.name && one.email === other.email && one.phone === other.phone;
