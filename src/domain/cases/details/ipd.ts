import { is, isNot, type Read } from '../../kernel/text/typed-text';

/** Reads an Issue Priority Designator: 1 to 15, written "1", "01" or "IPD 1" (rule CA-5). */
export function readIpd(typed: string): Read<number> {
  const [, digits] = /^(?:IPD\s*)?(\d{1,2})$/i.exec(typed) ?? [];
  const ipd = Number(digits);
  if (digits !== undefined && ipd >= 1 && ipd <= 15) return is(ipd);
  return isNot(
    `"${typed.slice(0, 40)}" isn't a valid IPD. Enter 01 to 15, or leave it empty and choose a priority.`,
  );
}
