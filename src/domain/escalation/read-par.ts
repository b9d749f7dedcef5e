import type { Par } from '../cases/timeline';
import type { TypedForm } from '../cases/typed-form';
import { is, isNot, type Read } from '../cases/typed-text';

/** The Issue Priority Groups of the post-award table; `other` is "all others" (rule CK-8). */
export const IPG_NAMES = { I: 'IPG I', II: 'IPG II', III: 'IPG III', other: 'All others' } as const;
export const PAR_KINDS = { status: 'Status PAR', other: 'Other PAR' } as const;

/** Reads the PAR that a post-award escalation needs, at `parNumber`, `parKind` and `parIpg` (rule ES-10). */
export function readPar(form: TypedForm): Par | undefined {
  const number = form.required(
    'parNumber',
    'The PAR number is missing: a post-award escalation needs a Post Award Request (ES-10). Give its number.',
    readParNumber,
  );
  const kind = form.requiredChoice('parKind', 'The kind of PAR', PAR_KINDS);
  const ipg = form.requiredChoice('parIpg', 'The IPG of the PAR', IPG_NAMES);
  return number === undefined || kind === undefined || ipg === undefined ? undefined : { number, kind, ipg };
}

/** Sites number their PARs differently: 4 to 20 letters, digits and hyphens, with a digit among them. */
function readParNumber(typed: string): Read<string> {
  const number = typed.replaceAll(/\s/g, '').toUpperCase();
  if (/^(?=.*\d)[A-Z0-9-]{4,20}$/.test(number)) return is(number);
  return isNot(`"${typed.slice(0, 40)}" is not a PAR number. Give 4 to 20 letters, digits and hyphens.`);
}
