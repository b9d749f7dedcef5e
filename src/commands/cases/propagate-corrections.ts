import { changeOf } from '../../domain/cases/change';
import type { Case } from '../../domain/cases/case';
import { correctionFor } from '../../domain/customers/propagate-correction';
import type { CustomerContact } from '../../domain/customers/contact-record';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CustomerRepository } from '../../ports/customers';
import type { CaseRepository } from '../../ports/cases';
import type { Log } from '../../ports/log';
import { TooManyConflicts, untilSaved } from '../../runtime/until-saved';
import { openCasesOfContact } from '../customers/open-cases';

const BATCH = 50;

/** What carrying corrections to cases may use beside the context. */
interface Services extends DomainContext {
  readonly cases: CaseRepository;
  readonly customers: CustomerRepository;
  readonly saved?: (number: string) => void;
}

/**
 * Brings the corrections of a contact to all their open cases, each as an entry of its timeline, and answers the
 * numbers of those that it came to. No save spans the contact and the cases, so the contact's record says that there is something to bring
 * until it is done; doing it again changes nothing.
 */
export async function propagateCorrections(
  known: CustomerContact,
  services: Services,
): Promise<readonly string[]> {
  const numbers: string[] = [];
  let isDone = true;
  for (const { number } of await openCasesOfContact(known, services)) {
    const carried = await carryTo(number, known, services);
    if (carried === 'given-up') isDone = false;
    if (carried === 'carried') numbers.push(number);
  }
  if (isDone) await services.customers.clearPending(known);
  return numbers;
}

/** Does so for every pending contact, after a process ended in between. A failing one stops no other. */
export async function propagatePending({
  log,
  ...services
}: Services & { readonly log: Log }): Promise<void> {
  for (const known of await services.customers.withPending(BATCH)) {
    try {
      await propagateCorrections(known, services);
    } catch (error) {
      log.error(
        { err: error },
        'A correction of a contact could not be applied to its cases; it will be tried again',
      );
    }
  }
}

/** Brings a case that is worked again what was corrected while it was closed. */
export async function propagateToCase(current: Case, services: Services): Promise<void> {
  const { account, contact } = current.details;
  const known = await services.customers.contactLike(account, contact);
  if (known !== undefined) await carryTo(current.number, known.contact, services);
}

/** `carried`: something came to it; each correction is an entry of its own, so that it is looked at again after each. */
async function carryTo(
  number: string,
  known: CustomerContact,
  services: Services,
): Promise<'carried' | 'nothing' | 'given-up'> {
  let carried: 'carried' | 'nothing' = 'nothing';
  try {
    return await untilSaved(number, async () => {
      const read = await services.cases.get(number);
      if (read === undefined || read.state.state === 'closed') return carried;
      const { account, contact } = read.state.details;
      // Another contact may have been recorded under what this one was known by before.
      const theirs = await services.customers.contactLike(account, contact);
      if (theirs?.contact.id !== known.id) return carried;
      const correction = correctionFor(read.state, known);
      if (correction === undefined) return carried;
      const { by, cause, event } = correction;
      const change = changeOf(read.state, [event], { by, cause, at: services.now }, services);
      if ((await services.cases.save(read.version, change)).kind === 'saved') {
        services.saved?.(number);
        carried = 'carried';
      }
      return 'conflict';
    });
  } catch (error) {
    if (error instanceof TooManyConflicts) return 'given-up';
    throw error;
  }
}
