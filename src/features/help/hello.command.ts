import { z } from 'zod/v4';
import { helpRows } from '../../commands/help-rows';
import { reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { HELLO } from '../../commands/parse-line';
import { START_BUTTONS } from './start-buttons';

/** Greets: at a first meeting, and whoever says hi. */
export const helloCommand: Command<Record<string, never>> = {
  verb: HELLO,
  title: 'Hello',
  area: 'Help',
  openToAll: true,
  typed: {
    words: ['hello', 'hi', 'hey', 'start', 'good morning', 'good afternoon'],
    usage: 'hello',
    summary: 'A greeting, and what can be done here.',
    example: 'hi',
    read: () => ({}),
  },
  schema: z.object({}),
  run: (_input, { actor, commands }) =>
    Promise.resolve(
      reply({
        card: 'help',
        commands: helpRows(commands),
        greeting:
          actor.name === ''
            ? 'Hello. I work customer cases with you; you are not in the directory of this site yet, so ask your program office to add you.'
            : `Hello, ${actor.name}. I work customer cases with you: from the customer's call to the resolution, each clock kept.`,
        buttons: START_BUTTONS,
      }),
    ),
};
