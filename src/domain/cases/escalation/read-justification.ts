import type { Finding } from '../timeline';
import { readTelling, saysSomething } from '../../kernel/text/says-something';
import type { TypedForm } from '../../kernel/text/typed-form';
import { isNot, readLine, TEXT_LIMITS } from '../../kernel/text/typed-text';
import { readDate, type DateRange } from '../../kernel/text/date-range';
import type { Policy } from '../../policy/policy';

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
      "The Estimated Award Date isn't sufficient: fill in at least one of these that applies (ES-8).",
    );
  }
  return [...given, ...dated];
}

function readKind(form: TypedForm, kind: Justification): readonly Finding[] {
  const field = `justification.${kind.key}`;
  if (!isTyped(form, field)) return [];
  const words = APPLIES.has(form.raw(field).toLowerCase()) ? undefined : readWords(form, field, kind.label);
  const number = kind.number === undefined ? undefined : readNumber(form, kind, kind.number);
  const finding = [words, number === undefined ? undefined : `${kind.number ?? ''} ${number}`]
    .filter((part) => part !== undefined)
    .join(', ');
  return [{ item: kind.key, label: kind.label, finding: finding === '' ? 'Applies' : finding }];
}

/** In the agent's words: they are what Level 3 weighs, so they say something (rule ES-8). */
function readWords(form: TypedForm, field: string, label: string): string | undefined {
  const right = 'Enter "yes" if it applies, or say it in a few words: "two aircraft are waiting for it".';
  return form.optional(field, (typed) => readTelling(label, typed, right, TEXT_LIMITS.line));
}

/** The number is asked for with its kind; a date of need is given at its own field as well. */
function readNumber(form: TypedForm, kind: Justification, name: string): string | undefined {
  const field = `justification.${kind.key}.number`;
  if (kind.key === 'date-of-need' && form.raw(field) === '' && form.raw('dateOfNeed') !== '')
    return undefined;
  if (form.raw(field) === '')
    form.fault(field, `${kind.label}: the ${name.toLowerCase()} is missing. Enter it too.`);
  return form.optional(field, (typed) => {
    const read = readLine(name, typed, TEXT_LIMITS.name);
    return !read.ok || /\p{N}/u.test(read.value) || saysSomething(read.value)
      ? read
      : isNot(`"${read.value}" isn't a ${name.toLowerCase()}. Enter it too.`);
  });
}

/** A toggle that is on, and what is written where a kind needs no words. */
const APPLIES: ReadonlySet<string> = new Set(['true', 'yes', 'applies']);

/** A toggle that is off says 'false'. A number without its words says that the kind applies. */
const isTyped = (form: TypedForm, field: string): boolean =>
  !['', 'false'].includes(form.raw(field)) || form.raw(`${field}.number`) !== '';
