import type { Account, AccountKind } from './details';
import { is, isNot, type Read } from '../../kernel/text/typed-text';

const KIND_BY_LENGTH: Readonly<Record<number, AccountKind>> = { 5: 'CAGE', 6: 'DoDAAC', 12: 'UEI' };

/** Reads an account: DoDAAC (6 letters or digits), CAGE (5) or UEI (12), told apart by length (rule AC-1). */
export function readAccount(typed: string): Read<Account> {
  const code = typed.replaceAll(/[\s-]/g, '').toUpperCase();
  const kind = /^[A-Z0-9]+$/.test(code) ? KIND_BY_LENGTH[code.length] : undefined;
  if (kind !== undefined) return is({ kind, code });
  return isNot(
    `"${typed.slice(0, 40)}" isn't a valid account. Enter a DoDAAC (6 letters or digits), CAGE (5), or UEI (12).`,
  );
}
