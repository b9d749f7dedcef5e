import type { Field, Form } from '../../cards/shared/card-value';
import type { FieldFault } from '../../domain/kernel/refusal';

/** The form with each fault at its field; faults of no field are shown above them, with `refused`. */
export function withFaults(form: Form, faults: readonly FieldFault[], refused?: string): Form {
  const messages = new Map(faults.map(({ field, message }) => [field, message]));
  const ids = new Set(form.sections.flatMap((section) => section.fields.map((field) => field.id)));
  const homeless = faults.filter(({ field }) => !ids.has(field)).map(({ message }) => message);
  const said = [form.refused, refused, ...homeless].filter((line) => line !== undefined && line !== '');
  const faulted = (field: Field): Field => {
    const fault = messages.get(field.id);
    return fault === undefined ? field : { ...field, fault };
  };
  return {
    ...form,
    ...(said.length === 0 ? {} : { refused: [...new Set(said)].join('\n') }),
    sections: form.sections.map((section) => ({ ...section, fields: section.fields.map(faulted) })),
  };
}
