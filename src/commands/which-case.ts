import type { Form } from '../cards/card-value';
import type { CommandContext } from './command';
import { button, cancel, nextButton, text } from './fields';
import type { Given } from './fields';

// So many of the person's own cases are offered as buttons; a card takes six with Cancel and the form's own.
const OFFERED = 3;

/** Asks which case is meant where a command came without its number; what was given with it goes along. */
export async function whichCase(
  verb: string,
  title: string,
  given: Given,
  context: CommandContext,
): Promise<Form> {
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'case'));
  const mine = await context.cases.list({ open: true, assignee: context.actor.id }, OFFERED);
  return {
    title: `${title}: which case?`,
    intro: 'Give its number, or press one of your own open cases.',
    sections: [
      {
        fields: [
          text(given, 'case', 'Case number', {
            required: true,
            placeholder: 'CS0000012',
            hint: 'The zeros may be left out: cs12.',
            maxLength: 20,
          }),
        ],
      },
    ],
    submit: nextButton('Continue', verb, rest),
    others: [...mine.map(({ number }) => button(number, verb, { ...rest, case: number })), cancel],
  };
}
