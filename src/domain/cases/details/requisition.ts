import { is, isNot, type Read } from '../../kernel/text/typed-text';

/**
 * Reads a requisition by its MILSTRIP document number: 14 letters or digits (DoDAAC, date, serial number),
 * with an optional suffix of one letter or digit; hyphens are left out.
 */
export function readRequisition(typed: string): Read<string> {
  const number = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  if (/^[A-Z0-9]{6}\d{4}[A-Z0-9]{4,5}$/.test(number)) return is(number);
  return isNot(
    `"${typed.slice(0, 40)}" isn't a valid requisition number. Enter the 14 letters or digits of the document number ` +
      '(DoDAAC, four digits of the date, serial number), for example W25G1V63210001, and the suffix if there is one.',
  );
}
