import type { Button, Form } from '../cards/shared/card-value';
import { cancel, nextButton, text, oneSection, type Given } from './forms/fields';

// How many waiting records are offered as buttons; a card takes six, with Cancel and the form's own.
export const OFFERED = 3;

/** What differs from one kind of record to the next. */
interface Which {
  readonly verb: string;
  /** "Decline: which request?" */
  readonly title: string;
  /** The id of the input that has the number, and what it is called. */
  readonly input: string;
  readonly label: string;
  readonly placeholder: string;
  /** Those that wait, at most `OFFERED`, each with what is done when it is pressed. */
  readonly waiting: readonly Button[];
}

/** Asks which request or report is meant if a command came without its number; keeps the other inputs. */
export function whichRecord(which: Which, given: Given): Form {
  const { verb, title, input, label, placeholder, waiting } = which;
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== input));
  return {
    title,
    intro:
      waiting.length === 0
        ? 'Enter its number. None are waiting for you.'
        : 'Enter its number, or press one that is waiting for you.',
    sections: oneSection(
      text(given, input, label, {
        required: true,
        placeholder,
        hint: 'You can leave out the letters and zeros.',
        maxLength: 20,
      }),
    ),
    submit: nextButton('Continue', verb, rest),
    others: [...waiting.slice(0, OFFERED), cancel],
  };
}
