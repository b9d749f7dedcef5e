import type { Finding } from '../cases/timeline';
import type { TypedForm } from '../cases/typed-form';
import { TEXT_LIMITS } from '../cases/typed-text';
import { readDate, type DateRange } from '../dates/date-range';
import type { Policy } from '../policy/policy';

type Justification = Policy['justifications'][number];

/**
 * Reads why Level 3 is asked although the notes are current: the Estimated Award Date does not suffice. At least one
 * kind at `justification.<key>`, its number at `justification.<key>.number` where it has one, and the date of need at
 * `dateOfNeed`, within `dates` (rule ES-8).
 */
export function readJustification(
  form: TypedForm,
  kinds: readonly Justification[],
  dates: DateRange,
): readonly Finding[] {
  const given = kinds.flatMap((kind) => readKind(form, kind));
  const dateOfNeed = form.optional('dateOfNeed', readDate(dates));
  const dated: Finding[] =
    dateOfNeed === undefined ? [] : [{ item: 'dateOfNeed', label: 'Date of need', finding: dateOfNeed }];
  const anyTyped = kinds.some((kind) => isTyped(form, `justification.${kind.key}`));
  const [first] = kinds;
  if (!anyTyped && form.raw('dateOfNeed') === '' && first !== undefined) {
    form.fault(
      `justification.${first.key}`,
      'The Estimated Award Date does not suffice: fill in at least one of these that applies (ES-8).',
    );
  }
  return [...given, ...dated];
}

function readKind(form: TypedForm, kind: Justification): readonly Finding[] {
  const field = `justification.${kind.key}`;
  if (!isTyped(form, field)) return [];
  const words = form.raw(field) === 'true' ? undefined : form.text(field, kind.label, TEXT_LIMITS.line);
  const number = kind.number === undefined ? undefined : readNumber(form, kind, kind.number);
  const finding = [words, number === undefined ? undefined : `${kind.number ?? ''} ${number}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return [{ item: kind.key, label: kind.label, finding: finding === '' ? 'Applies' : finding }];
}

/** The number is asked for with its kind; a date of need is given at its own field as well. */
function readNumber(form: TypedForm, kind: Justification, name: string): string | undefined {
  const field = `justification.${kind.key}.number`;
  if (kind.key === 'date-of-need' && form.raw(field) === '' && form.raw('dateOfNeed') !== '')
    return undefined;
  if (form.raw(field) === '')
    form.fault(field, `${kind.label}: the ${name.toLowerCase()} is missing. Give it too.`);
  return form.line(field, name, TEXT_LIMITS.name);
}

/** A toggle that is off says 'false'. A number without its words says that the kind applies. */
const isTyped = (form: TypedForm, field: string): boolean =>
  !['', 'false'].includes(form.raw(field)) || form.raw(`${field}.number`) !== '';
