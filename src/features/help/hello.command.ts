import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { HELLO } from '../../commands/lines/parse-line';
import { greeting } from './first-meeting';

/** Greets: at a first meeting, and whoever says hi. */
export const helloCommand: Command<Record<string, never>> = {
  verb: HELLO,
  title: 'Hello',
  area: 'Help',
  openToAll: true,
  typed: {
    words: ['hello', 'hi', 'hey', 'start', 'good morning', 'good afternoon'],
    usage: 'hello',
    summary: 'Says hello and shows what you can do here.',
    example: 'hi',
    read: () => ({}),
  },
  schema: z.object({}),
  run: (_input, { actor, commands, directory }) =>
    reply(greeting(directory.person(actor.id)?.name, commands)),
};
