import { z } from 'zod/v4';
import { reply, type Command } from '../../commands/command';
import { CANCEL } from '../../commands/forms/fields';
import { START_BUTTONS } from './start-buttons';

/** Answers the Cancel button of a form; not typed by name. */
export const cancelCommand: Command<Record<string, never>> = {
  verb: CANCEL,
  title: 'Cancel',
  area: 'Help',
  openToAll: true,
  schema: z.object({}),
  run: () =>
    reply({
      card: 'message',
      tone: 'plain',
      title: 'Canceled',
      text: 'Nothing was saved.',
      buttons: START_BUTTONS,
    }),
};
