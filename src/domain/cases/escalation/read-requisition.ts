import type { Case } from '../case';
import { readRequisition } from '../details/requisition';
import type { TypedForm } from '../../kernel/text/typed-form';
import { is } from '../../kernel/text/typed-text';

/**
 * Reads the requisition that a site issue is about, at `requisition`: on the case, or filled here (rule ES-12, DLAM 3000.05
 * E4 1.c(2)(d)). A case that has one keeps it; a wrong one is corrected with its reason (rule CA-10). Absent where the
 * escalation leaves the case's own.
 */
export function readSiteRequisition(
  form: TypedForm,
  { number, details }: Case,
): { readonly requisition?: string } {
  const known = details.requisition;
  if (form.raw('requisition') === '' && known === undefined) {
    form.fault(
      'requisition',
      'The requisition number is missing (ES-12). Enter the 14 letters or digits of the document number, for example W25G1V63210001, and the suffix if there is one.',
    );
  }
  const requisition = form.optional('requisition', (typed) =>
    typed === known ? is(known) : readRequisition(typed),
  );
  if (requisition === undefined || requisition === known) return {};
  if (known === undefined) return { requisition };
  form.fault(
    'requisition',
    `This case has requisition ${known}. Escalate with it, or correct the case first if it is wrong: correct ${number}.`,
  );
  return {};
}
