import type { Case } from '../case';
import { parName } from '../pars/par-name';
import type { ParRecord } from '../pars/par-record';
import type { Par } from '../timeline';
import type { TypedForm } from '../../kernel/text/typed-form';
import { is, isNot, type Read } from '../../kernel/text/typed-text';
import { normalNumber, readNumber } from '../../kernel/text/document-number';
import type { NumberForm } from '../../policy/policy';

/** The Issue Priority Groups of the post-award table; `other` is "all others" (rule CK-8). */
export const IPG_NAMES = { I: 'IPG I', II: 'IPG II', III: 'IPG III', other: 'All others' } as const;
export const PAR_KINDS = { status: 'Status PAR', other: 'Other PAR' } as const;

/**
 * Reads the PAR that a post-award escalation needs, at `parNumber`, `parKind` and `parIpg` (rule ES-10). A case has one
 * open PAR at a time: that one is escalated with, and its kind and IPG stand.
 */
export function readPar(form: TypedForm, { openPar, pars }: Case, numbers: NumberForm): Par | undefined {
  const missing =
    'The PAR number is missing: a post-award escalation needs a Post Award Request (ES-10). Enter its number.';
  if (openPar === undefined) return readNewPar(form, pars, numbers, missing);
  const number = form.required('parNumber', missing, (typed) => readAnyNumber(typed, [openPar], numbers));
  if (number !== undefined && number !== openPar.number) {
    form.fault(
      'parNumber',
      `${parName(openPar.number)} is open on this case. Enter its number, or complete or withdraw it first.`,
    );
  }
  return number === undefined ? undefined : { number, kind: openPar.kind, ipg: openPar.ipg };
}

/**
 * Reads a PAR that the case has not had, or that was withdrawn from it, at `parNumber`, `parKind` and `parIpg`; `missing` says what number to give. One
 * that follows another may leave kind and IPG as those were.
 */
export function readNewPar(
  form: TypedForm,
  pars: readonly ParRecord[],
  numbers: NumberForm,
  missing: string,
  follows?: Par,
): Par | undefined {
  const number = form.required('parNumber', missing, (typed): Read<string> => {
    const read = readAnyNumber(typed, pars, numbers);
    return read.ok && pars.some((par) => par.number === read.value && par.withdrawn === undefined)
      ? isNot(`This case already had ${parName(read.value)}. Enter the number of the new one.`)
      : read;
  });
  if (follows !== undefined && form.raw('parKind') === '' && form.raw('parIpg') === '') {
    return number === undefined ? undefined : { number, kind: follows.kind, ipg: follows.ipg };
  }
  const kind = form.requiredChoice('parKind', 'The kind of PAR', PAR_KINDS);
  const ipg = form.requiredChoice('parIpg', 'The IPG of the PAR', IPG_NAMES);
  return number === undefined || kind === undefined || ipg === undefined ? undefined : { number, kind, ipg };
}

/** A number in the form of the policy, or that of a PAR of the case that was recorded in another one. */
const readAnyNumber = (typed: string, pars: readonly ParRecord[], numbers: NumberForm): Read<string> => {
  const known = pars.find(({ number }) => number === normalNumber('PAR', typed));
  return known === undefined ? readNumber('PAR', numbers)(typed) : is(known.number);
};
