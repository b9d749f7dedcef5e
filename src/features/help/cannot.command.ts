import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { isDenied } from '../../commands/lines/as-meant';
import { CANNOT } from '../../commands/lines/parse-line';
import { shorten } from '../../commands/shorten';

const NAMED = /(?:cs[\s-]{0,3}#?|#|case\s+)0*(\d{1,7})(?!\d)/iu;

/** Answers a line that asks not to do something, or to delete or undo (rule RE-1); not typed by name. */
export const cannotCommand: Command<{ line: string }> = {
  verb: CANNOT,
  title: 'Nothing was changed',
  area: 'Help',
  openToAll: true,
  schema: z.object({ line: z.string().default('') }),
  run: ({ line }) => {
    const digits = NAMED.exec(line)?.[1];
    const number = digits === undefined ? undefined : `CS${digits.padStart(7, '0')}`;
    const open =
      number === undefined
        ? button('My cases', 'cases.mine')
        : button(`Open ${number}`, 'case.show', { case: number });
    const title = isDenied(line) ? 'Nothing was done' : "Cases can't be deleted, and nothing can be undone";
    const text = isDenied(line)
      ? `I read “${shorten(line, 80)}” as a request not to do it, so I changed nothing.`
      : "Everything done to a case is kept, so nothing was changed. You can correct a case, reopen it if it was resolved or closed, withdraw its PAR, or close it once it's resolved.";
    const about = number === undefined ? {} : { case: number };
    const instead = isDenied(line)
      ? []
      : [button('Correct', 'case.correct', about), button('Reopen', 'case.reopen', about)];
    return reply({
      card: 'message',
      tone: 'plain',
      title,
      text,
      buttons: [open, ...instead, button('Help', 'help.show')],
    });
  },
};
