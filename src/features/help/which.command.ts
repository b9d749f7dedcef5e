import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { button, CANCEL } from '../../commands/forms/fields';
import { meaningsOf } from '../../commands/lines/meanings';
import { WHICH } from '../../commands/lines/parse-line';
import { registryOf } from '../../commands/registry';
import { shorten } from '../../commands/shorten';

/** Asks which of several requests in a line to start with, before anything is done; not typed by name. */
export const whichCommand: Command<{ line: string }> = {
  verb: WHICH,
  title: 'Which one?',
  area: 'Help',
  schema: z.object({ line: z.string().default('') }),
  run: ({ line }, { commands }) => {
    const meanings = meaningsOf(line, registryOf(commands));
    return reply({
      card: 'message',
      tone: 'plain',
      title: 'Which one first?',
      text: `“${shorten(line, 120)}” asks for more than one thing, and I do one at a time. Nothing has been done yet. Press the one to start with.`,
      buttons: [
        ...meanings.map(({ title, verb, input }) => button(title, verb, input)),
        button('Cancel', CANCEL),
      ],
    });
  },
};
