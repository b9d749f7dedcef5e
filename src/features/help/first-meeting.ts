import type { CardValue } from '../../cards/shared/card-value';
import type { AnyCommand, Place } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { helpRows } from '../../commands/help-rows';
import { START_BUTTONS } from './start-buttons';

/** What the bot says when it is added; `name` is the person's, if the directory has them. */
export function firstMeeting(
  kind: Place['kind'],
  name: string | undefined,
  commands: readonly AnyCommand[],
): CardValue {
  if (kind !== 'personal') return channelWelcome;
  return greeting(name, commands);
}

/** The most used commands; the whole table would push the greeting out of sight. */
const FIRST = ['case.new', 'case.show', 'cases.mine', 'cases.queue', 'cases.find', 'help.show'];

/** The greeting of a person, with the commands that they need first and the way to all of them. */
export const greeting = (name: string | undefined, commands: readonly AnyCommand[]): CardValue => ({
  card: 'help',
  commands: helpRows(commands.filter(({ verb }) => FIRST.includes(verb))),
  greeting: greetingOf(name),
  buttons: [...START_BUTTONS, button('All commands', 'help.show')],
});

/** The first words to a person. */
const greetingOf = (name: string | undefined): string =>
  name === undefined
    ? "Hello. I help you work customer cases. You aren't in this site's directory yet. Type join to ask to join an assignment group."
    : `Hello, ${name}. I help you work customer cases, from the customer's call to the resolution, and I track every clock.`;

const channelWelcome: CardValue = {
  card: 'message',
  tone: 'plain',
  title: 'Casekeeper is here',
  text: "I post an assignment group's cases in its channel, and I alert the group when a clock is running out. To choose this channel for a group, its gatekeeper or supervisor types “connect” and the group's key. Type “help” to see what else I can do.",
  buttons: [],
};
