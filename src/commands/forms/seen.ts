import type { Form } from '../../cards/shared/card-value';
import type { Given } from './fields';

/** In the data of a form's buttons: how many entries of its record's timeline the form was made from. */
export const SEEN = 'seen';

/** How many entries a person saw; undefined where a line was typed, or on a form from before this was kept. */
export function seenIn(given: Given): number | undefined {
  const seen = given[SEEN] ?? '';
  return /^\d{1,6}$/.test(seen) ? Number(seen) : undefined;
}

/**
 * The form with the number of entries that it shows on each button that sends it. One that comes back with a fault keeps
 * the number it was opened with, so that a change meanwhile is still noticed.
 */
export function withSeen(form: Form, given: Given, entries: number): Form {
  const { verb } = form.submit;
  const seen = String(seenIn(given) ?? entries);
  const marked = (button: Form['submit']): Form['submit'] =>
    button.verb === verb ? { ...button, data: { ...button.data, [SEEN]: seen } } : button;
  return { ...form, submit: marked(form.submit), others: form.others.map(marked) };
}

/** What was given, so that a form made from it shows the record as it is now. */
export const withoutSeen = (given: Given): Given =>
  Object.fromEntries(Object.entries(given).filter(([name]) => name !== SEEN));
