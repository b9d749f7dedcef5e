import type { Case } from '../cases/case';
import { readContact } from '../cases/details/validate-details';
import { TypedForm, type Typed } from '../kernel/text/typed-form';
import type { Person } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { no, ok, refusal, type Result } from '../kernel/refusal';
import type { DomainContext } from '../kernel/domain-context';
import type { CustomerAct } from './account-record';
import { sameContact } from './propagate-correction';
import { projectContact, type CustomerContact } from './contact-record';
import { mayCorrect } from './may-correct';

/**
 * Corrects a contact by a new entry with why (rules AC-1, RE-1). Fields: those of a contact (`contactName`,
 * `contactEmail`, `contactPhone`), all of them as they should be, and `why`. `openCases` are those of the contact: by them
 * it is decided who may. That no other contact of the account is known by the same, the store says when it saves.
 */
export function decideCorrectContact(
  known: CustomerContact,
  typed: Typed,
  by: Person,
  act: CustomerAct,
  openCases: readonly Case[],
  context: DomainContext,
): Result<CustomerContact> {
  const may = mayCorrect('contact', by, openCases, context.directory);
  if (!may.ok) return may;
  if (roomOf(known.timeline, SMALL_RECORD_SIZE) === 'none')
    return no(refusal('record-full', { what: 'this contact' }));
  const form = new TypedForm(typed);
  const to = readContact(form);
  const missing = "Explain why you're correcting it: what the customer said, or where you found it.";
  const why = form.requiredText('why', 'Why', missing);
  const from = known.contact;
  if (sameContact(from, to)) form.fault('contactName', "Nothing has changed. Correct what's wrong.");
  const read = form.complete({ why });
  if (!read.ok) return read;
  const entry = { ...act, kind: 'corrected', from, to, why: read.value.why } as const;
  return ok(projectContact(known.account, [...known.timeline, entry]));
}
