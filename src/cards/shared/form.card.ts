import { buttonView, MAX_ACTIONS } from './button-view';
import type { Form } from './card-value';
import { lines, markdown, oneLine } from './escape-text';
import { fieldView } from './field-view';
import type { Presented, ValueOf } from './presented';
import { rowView } from './row-view';

/**
 * A button of the form's own command takes the inputs along; Cancel and Back do not. Neither does one that already answers
 * a field, as a record that is offered does: the empty input would keep it from being pressed, or replace its answer.
 */
function inputsOf({ verb, data }: Form['submit'], { sections, submit }: Form): 'auto' | 'none' {
  const answers = sections.some(({ fields }) => fields.some(({ id }) => id in data));
  return verb === submit.verb && !answers ? 'auto' : 'none';
}

/** A form with what was typed in it, each fault at its field. */
export function present({ form }: ValueOf<'form'>): Presented {
  const refused = lines(form.refused === undefined ? '' : `⚠ ${form.refused}`, 2_000);
  const summary =
    refused[0] === undefined ? oneLine(form.title) : `${oneLine(form.title)}: ${oneLine(form.refused ?? '')}`;
  return {
    summary,
    view: {
      title: markdown(form.title),
      intro: lines(form.intro ?? '', 2_000),
      isRefused: refused.length > 0,
      refused,
      sections: form.sections.map((section) => ({
        title: markdown(section.title ?? ''),
        hasTitle: section.title !== undefined,
        text: lines(section.text ?? '', 2_000),
        fields: section.fields.map(fieldView),
      })),
      hasSimilar: (form.similar ?? []).length > 0,
      similar: (form.similar ?? []).map(rowView),
      hasSelfHelp: (form.selfHelp ?? []).length > 0,
      selfHelp: (form.selfHelp ?? []).map(({ title, url, text }) => ({
        title: oneLine(title),
        url,
        text: oneLine(text),
      })),
      actions: [
        buttonView(form.submit, { inputs: 'auto', style: 'positive' }),
        ...form.others
          .slice(0, MAX_ACTIONS - 1)
          .map((button) => buttonView(button, { inputs: inputsOf(button, form) })),
      ],
    },
  };
}
