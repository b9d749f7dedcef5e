import { CORRECTABLE, type Correction } from '../../domain/cases/corrections/corrected-value';
import { MSC_NAMES } from '../../domain/directory/directory';
import type { DomainContext } from '../../domain/kernel/domain-context';

/** A corrected value in words: "IPD: was 08, is 03". */
export function correctionText(
  { field, from, to }: Correction,
  { at }: { at: number },
  context: DomainContext,
): string {
  const { reasons } = context.policies.at(at);
  const text = (value: string | undefined): string => {
    if (value === undefined) return 'none';
    switch (field) {
      case 'msc':
        return (MSC_NAMES as Readonly<Record<string, string>>)[value] ?? value;
      case 'reason':
        return reasons[value] ?? value;
      case 'ipd':
        return value.padStart(2, '0');
      case 'externalContact':
        return value === 'true' ? 'yes' : 'no';
      case 'pr':
      case 'requisition':
      case 'nsn':
        return value;
    }
  };
  return `${CORRECTABLE[field]}: was ${text(from)}, is ${text(to)}`;
}
