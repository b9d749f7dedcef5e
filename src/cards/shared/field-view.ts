import type { Field } from './card-value';
import { oneLine, plain } from './escape-text';
import { dateText, readIsoDate } from '../../domain/kernel/text/iso-date';

const MAX_LENGTH = { text: 200, 'long-text': 4_000 } as const;

/** What the client says if an input is empty or too long. It does not name the label, which reads wrong in a sentence. */
function errorMessage(field: Field): string {
  const { kind, required } = field;
  if (kind === 'date') return `Choose a date${rangeOf(field)}.`;
  if (!required) return 'Check this.';
  return kind === 'choice' || kind === 'radio' ? 'Choose one.' : 'Fill this in.';
}

/** The range of a date in words; nothing where it has none. */
const rangeOf = ({ min, max }: Field): string =>
  min === undefined || max === undefined ? '' : ` from ${dateText(min)} to ${dateText(max)}`;

/** The field's hint; includes a date's range. */
function hintOf(field: Field): string {
  const range = rangeOf(field);
  const hint = field.hint ?? (field.kind === 'toggle' ? 'Yes' : '');
  return oneLine([hint, range === '' ? '' : `${range.trim().replace('from', 'From')}.`].join(' ').trim());
}

/** Whether the fault already says what the hint would. */
const saidBy = (fault: string | undefined, hint: string): boolean =>
  fault !== undefined && fault.toLowerCase().includes(hint.replace(/\.$/u, '').toLowerCase());

/** The input's value; a toggle has only `true` and `false`, and a date ISO dates: its fault says what else was typed. */
function valueOf({ kind, value }: Field): string {
  if (kind === 'toggle') return String(['true', 'yes'].includes(value));
  return kind === 'date' ? (readIsoDate(value) ?? '') : plain(value);
}

/** A choice input needs at least one choice with a value; a blank is read as none. */
const NONE = [{ title: 'None', value: ' ' }] as const;

const choicesOf = ({ choices = [] }: Field) =>
  choices.length === 0
    ? NONE
    : choices.map((choice) => ({ title: oneLine(choice.title), value: choice.value }));

/**
 * The view of a field. A required toggle would mean that it must be on, so toggles are never required.
 * A value that is longer than allowed is kept whole: the server says what is wrong with it.
 */
export function fieldView(field: Field) {
  const value = valueOf(field);
  const longest = field.maxLength ?? MAX_LENGTH[field.kind === 'long-text' ? 'long-text' : 'text'];
  const hint = hintOf(field);
  return {
    id: field.id,
    label: oneLine(field.label),
    kind: field.kind,
    required: field.required && field.kind !== 'toggle',
    errorMessage: errorMessage(field),
    value,
    hint,
    hasHint: hint !== '' && field.kind !== 'toggle' && !saidBy(field.fault, hint),
    placeholder: oneLine(field.placeholder ?? (field.kind === 'choice' ? 'Choose one' : '')),
    min: field.min ?? '',
    max: field.max ?? '',
    maxLength: String(Math.max(longest, value.length)),
    choices: choicesOf(field),
    fault: field.fault === undefined ? '' : `⚠ ${oneLine(field.fault)}`,
    hasFault: field.fault !== undefined,
  };
}
