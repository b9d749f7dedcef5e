import type { Case } from '../../domain/cases/case';
import { BUTTON_TITLES, type CaseAction } from '../../domain/cases/permissions';
import { label } from './escape-text';

/** A button: what it says and the command it runs. `data` is never trusted: permission and state are checked again. */
export interface Button {
  readonly title: string;
  readonly verb: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The command that shows a case's card. */
export const SHOW_CASE = 'case.show';

/** More than six actions are not shown by every client. */
export const MAX_ACTIONS = 6;

/** What is pressed, a button, a row or a number; its title is what a screen reader says of it. It sends no inputs. */
export const pressView = ({ title, verb, data }: Button) => ({
  title: label(title),
  verb,
  data,
  submitData: { ...data, verb },
});

/** The view of a button; it sends the card's inputs only where asked to. */
export const buttonView = (
  button: Button,
  look: { readonly inputs?: 'auto' | 'none'; readonly style?: 'default' | 'positive' } = {},
) => ({
  ...pressView(button),
  style: look.style ?? 'default',
  inputs: look.inputs ?? 'none',
});

/**
 * A button as templates draw it: Action.Execute with a fallback Action.Submit whose data carries the verb.
 * `inputs` "none" lets it be pressed though required inputs of the card are empty.
 */
export type ButtonView = ReturnType<typeof buttonView>;

/** Buttons that send no inputs, the first one in the color of the main action, six at most. */
export const buttonViews = (buttons: readonly Button[]): readonly ButtonView[] =>
  buttons
    .slice(0, MAX_ACTIONS)
    .map((button, index) => buttonView(button, { style: index === 0 ? 'positive' : 'default' }));

/**
 * A button that acts on a case. The version that its card shows is the key by which a second press of it is known
 * (rule CA-11); nothing that a button carries is to be trusted.
 */
export const caseButton = (action: CaseAction, of: Case): Button => ({
  title: BUTTON_TITLES[action],
  verb: action,
  data: { case: of.number, version: String(of.timeline.length) },
});

/** A button to a card that only shows: which page of it, from 1. */
export const pageButton = (title: string, verb: string, of: Case, page = 1): Button => ({
  title,
  verb,
  data: { case: of.number, page: String(page) },
});

/** Earlier and later pages, if there are any, then the way back to the case. */
export const pagerButtons = (verb: string, of: Case, page: number, pages: number): readonly Button[] => [
  ...(page > 1 ? [pageButton('Earlier', verb, of, page - 1)] : []),
  ...(page < pages ? [pageButton('Later', verb, of, page + 1)] : []),
  openButton(of),
];

export const openButton = (of: Case, title = 'Open case'): Button => ({
  title,
  verb: SHOW_CASE,
  data: { case: of.number },
});
