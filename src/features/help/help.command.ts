import { z } from 'zod/v4';
import { helpRows } from '../../commands/help-rows';
import { reply } from '../../commands/command';
import type { AnyCommand, Command, CommandContext, Outcome, Typed } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { nearestCommands } from '../../commands/lines/nearest';
import { nearestReply } from './nearest-reply';
import { START_BUTTONS } from './start-buttons';

/** Lists all commands, or explains one of them. */
export const helpCommand: Command<{ about: string }> = {
  verb: 'help.show',
  title: 'Help',
  area: 'Help',
  openToAll: true,
  typed: {
    words: ['help', 'commands', '?'],
    usage: 'help [command]',
    summary: 'All commands, or how to use one of them.',
    example: 'help escalate',
    read: (rest) => ({ about: rest }),
  },
  schema: z.object({ about: optional }),
  run: ({ about }, context) => (about === '' ? table(context) : explain(about, context)),
};

const table = ({ commands }: CommandContext): Outcome =>
  reply({ card: 'help', commands: helpRows(commands), buttons: START_BUTTONS });

function explain(about: string, { commands }: CommandContext): Outcome {
  const wanted = about.toLowerCase().replace(/\s+/g, ' ');
  const exact = commands.find(({ typed }) => typed?.words.includes(wanted) === true);
  const near = nearestCommands(about, commands, 3);
  if (exact?.typed !== undefined) return explained(exact, exact.typed);
  const [only, ...others] = near;
  return only !== undefined && others.length === 0
    ? explained(only.command, only.typed)
    : nearestReply(about, near);
}

function explained(command: AnyCommand, typed: Typed): Outcome {
  const also = typed.words.slice(0, 6).join(', ');
  return reply({
    card: 'message',
    tone: 'plain',
    title: typed.usage,
    text: [typed.summary, `Example: ${typed.example}`, typed.hint, `You can type: ${also}`]
      .filter((part) => part !== undefined)
      .join('\n\n'),
    buttons: [button(command.title, command.verb), button('All commands', 'help.show')],
  });
}
