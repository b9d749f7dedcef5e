import type { CardValue } from '../cards/card-value';
import { refusalText } from '../cards/refusal-text';
import type { Outcome } from './command';
import { button } from './fields';

/** A refusal in words, with the way on: the case that it is about, and help. */
export function outcomeCard(outcome: Outcome): CardValue {
  if (outcome.kind === 'reply') return outcome.reply.card;
  const { refusal } = outcome;
  const { title, text } = refusalText(refusal);
  const number = refusal.params['number'];
  const open =
    number === undefined || refusal.code === 'no-such-case'
      ? []
      : [button(`Open ${number}`, 'case.show', { case: number })];
  const faults = refusal.faults.map(({ message }) => message).join(' ');
  // Where there is no form there is no field at which they could be marked.
  const said = refusal.code === 'faulty-fields' && faults !== '' ? 'Nothing was changed.' : text;
  return {
    card: 'message',
    tone: 'attention',
    title,
    text: faults === '' ? said : `${said} ${faults}`,
    buttons: [...open, button('Help', 'help.show')],
  };
}
