import type { CardValue } from '../cards/shared/card-value';
import { possibleActions, refusalText } from '../cards/shared/refusal-text';
import { BUTTON_TITLES } from '../domain/cases/permissions';
import type { Outcome } from './command';
import { button } from './forms/fields';

const CASE_NUMBER = /^CS\d+$/;
// A card has room for six, with the case's own and Help.
const MAX_POSSIBLE = 3;

/** A refusal in words, with the way on: the case that it is about, what can be done to it now, and help. */
export function outcomeCard(outcome: Outcome): CardValue {
  if (outcome.kind === 'reply') return outcome.reply.card;
  const { refusal } = outcome;
  const { title, text } = refusalText(refusal);
  const number = refusal.params['number'];
  const open =
    number === undefined || !CASE_NUMBER.test(number) || refusal.code === 'no-such-case'
      ? []
      : [button(`Open ${number}`, 'case.show', { case: number })];
  const possible = possibleActions(refusal.params['possible'] ?? '').slice(0, MAX_POSSIBLE);
  const ways = possible.map((action) => button(BUTTON_TITLES[action], action, { case: number ?? '' }));
  const faults = refusal.faults.map(({ message }) => message).join(' ');
  // Without a form there are no fields to mark.
  const said = refusal.code === 'faulty-fields' && faults !== '' ? 'Nothing was changed.' : text;
  return {
    card: 'message',
    tone: 'attention',
    title,
    text: faults === '' ? said : `${said} ${faults}`,
    buttons: [...open, ...ways, button('Help', 'help.show')],
  };
}
