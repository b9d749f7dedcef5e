import { z } from 'zod/v4';
import type { Command } from '../../commands/command';
import { nearestCommands } from '../../commands/lines/nearest';
import { NEAREST } from '../../commands/lines/parse-line';
import { nearestReply } from './nearest-reply';

/** Answers a line that starts with no command; not typed by name. */
export const nearestCommand: Command<{ line: string }> = {
  verb: NEAREST,
  title: 'Similar commands',
  area: 'Help',
  openToAll: true,
  schema: z.object({ line: z.string().default('') }),
  run: ({ line }, { commands }) => nearestReply(line, nearestCommands(line, commands, 3)),
};
