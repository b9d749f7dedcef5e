import type { Msc } from '../../directory/directory';
import { normalNumber } from '../../kernel/text/document-number';
import type { CaseDetails } from '../details/details';
import type { EntryOf } from '../timeline';
import type { Correctable, Correction } from './corrected-value';

/** A value of a case as a correction writes it; undefined where there is none. */
export function valueOf(details: CaseDetails, field: Correctable): string | undefined {
  const value = details[field];
  return value === undefined ? undefined : String(value);
}

/** The details after a correction: every rule reads them from here on (rule CA-10). */
export function correctedDetails(
  details: CaseDetails,
  { changes }: Pick<EntryOf<'case-corrected'>, 'changes'>,
): CaseDetails {
  return changes.reduce<CaseDetails>(corrected, details);
}

function corrected(details: CaseDetails, { field, to }: Correction): CaseDetails {
  // Each case below gives the field anew; one that is taken off may be absent.
  const others = Object.entries(details).filter(([name]) => name !== field);
  const kept = Object.fromEntries(others) as unknown as CaseDetails;
  if (to === undefined) return kept;
  switch (field) {
    case 'pr':
      return { ...kept, pr: normalNumber('PR', to) };
    case 'ipd':
      return { ...kept, ipd: Number(to) };
    case 'msc':
      return { ...kept, msc: to as Msc };
    case 'externalContact':
      return { ...kept, externalContact: to === 'true' };
    case 'requisition':
    case 'nsn':
    case 'reason':
      return { ...kept, [field]: to };
  }
}
