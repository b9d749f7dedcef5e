import { is, isNot, type Read } from '../../kernel/text/typed-text';

/** Reads a National Stock Number: 13 digits, with or without hyphens, and writes it 4-2-3-4 (rule ES-5). */
export function readNsn(typed: string): Read<string> {
  const digits = typed.replaceAll(/[\s-]/g, '');
  if (/^\d{13}$/.test(digits)) {
    return is(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 9)}-${digits.slice(9)}`);
  }
  return isNot(`"${typed.slice(0, 40)}" isn't a valid NSN. Enter 13 digits, for example 5331-00-618-5361.`);
}
