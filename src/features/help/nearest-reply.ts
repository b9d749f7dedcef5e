import { reply, type Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import type { Near } from '../../commands/lines/nearest';
import { shorten } from '../../commands/shorten';

/** Answers an unknown line: the closest commands as buttons, with what was typed after their words. */
export function nearestReply(line: string, near: readonly Near[]): Outcome {
  const usages = near.map(({ typed }) => `“${typed.usage}”`).join(', ');
  const shown = shorten(line, 80);
  return reply({
    card: 'message',
    tone: 'warning',
    title: "That isn't a command",
    text:
      near.length === 0
        ? `“${shown}” doesn't match any command. Press Help to see all commands, or find cases with these words.`
        : `“${shown}” isn't a command. Similar commands: ${usages}.`,
    buttons: [
      ...near.map(({ command, typed, rest }) => button(command.title, command.verb, typed.read(rest))),
      button('Find cases', 'cases.find', { words: line.slice(0, 200) }),
      button('Help', 'help.show'),
    ],
  });
}
