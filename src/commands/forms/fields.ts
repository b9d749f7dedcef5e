import type { Button, Choice, Field, Form } from '../../cards/shared/card-value';
import type { DateRange } from '../../domain/kernel/text/date-range';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import type { Invocation } from '../command';
import { withoutFormKey } from '../single-use/form-key';

/** What was given so far, by field id. */
export type Given = Readonly<Record<string, string>>;

type Extra = Partial<Omit<Field, 'id' | 'label' | 'kind' | 'value'>>;

// Marks a form that was sent: an opened form shows no faults yet, a sent one shows all.
const SENT = { submitted: 'yes' } as const;

// Marks a button that only leads to another form: its inputs are given, not sent.
const LEADS_ON = { leadsOn: 'yes' } as const;

/** The inputs of an invocation, and whether they come from a form that was sent. */
export function readInput(invocation: Invocation): { readonly input: Given; readonly sent: boolean } {
  const { submitted, leadsOn, ...given } = withoutFormKey(invocation.input);
  const sent = (invocation.submitted || submitted === SENT.submitted) && leadsOn === undefined;
  return { input: sent ? { ...given, ...SENT } : given, sent };
}

/** Whether what was given comes from a form that was sent, not from a line or a button that opens one. */
export const isSent = (given: Given): boolean => given['submitted'] === SENT.submitted;

/** The button that sends a form. */
export const sendButton = (title: string, verb: string, data: Given = {}): Button => ({
  title,
  verb,
  data: { ...data, ...SENT },
});

/** The button of a form that leads on to the next one. */
export const nextButton = (title: string, verb: string, data: Given = {}): Button => ({
  title,
  verb,
  data: { ...data, ...LEADS_ON },
});

/** A button that runs a command or opens its form. */
export const button = (title: string, verb: string, data: Given = {}): Button => ({ title, verb, data });

/** Goes back from a form about a case to its card. */
export const backToCase = (number: string): Button => button('Back', 'case.show', { case: number });

/** The verb of leaving a form about no case. */
export const CANCEL = 'form.cancel';

/** The way out of a form about no case. */
export const cancel: Button = button('Cancel', CANCEL);

/** The buttons of a form about no case: one that sends it, and the way out. */
export const sendOrCancel = (
  title: string,
  verb: string,
  data: Given = {},
): Pick<Form, 'submit' | 'others'> => ({
  submit: sendButton(title, verb, data),
  others: [cancel],
});

const field =
  (kind: Field['kind'], defaults: Extra = {}) =>
  (given: Given, id: string, label: string, extra: Extra & { readonly otherwise?: string } = {}): Field => {
    const { otherwise = '', ...rest } = extra;
    return { id, label, kind, required: false, value: given[id] ?? otherwise, ...defaults, ...rest };
  };

// One builder per kind: the value is what was given, otherwise `otherwise`.
export const text = field('text', { maxLength: 200 });
export const longText = field('long-text', { maxLength: TEXT_LIMITS.text });
export const choice = field('choice');
export const search = field('search');
export const radio = field('radio');
/** A date with its range, which its input takes and its hint states. */
export const date = (
  given: Given,
  id: string,
  label: string,
  range: DateRange,
  extra: Extra & { readonly otherwise?: string } = {},
): Field => field('date', { min: range.min, max: range.max })(given, id, label, extra);
export const toggle = field('toggle');

/** The sections of a form that has one, without a title. */
export const oneSection = (...fields: readonly Field[]): Form['sections'] => [{ fields }];

/** A table of names as choices. */
export const choicesOf = (names: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(names).map(([value, title]) => ({ title, value }));

/** People or groups as choices. */
export const peopleChoices = (people: readonly { readonly id: string; readonly name: string }[]) =>
  people.map(({ id, name }) => ({ title: name, value: id }));
export const groupChoices = (groups: readonly { readonly key: string; readonly name: string }[]) =>
  groups.map(({ key, name }) => ({ title: name, value: key }));
