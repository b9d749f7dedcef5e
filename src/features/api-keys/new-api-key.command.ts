import { refuse, replyDone, type Command, type CommandContext } from '../../commands/command';
import { button, oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { required } from '../../commands/forms/inputs';
import { z } from 'zod/v4';
import { readSystemName } from '../../domain/directory/customer-system';
import { faulty, refusal, type Refusal } from '../../domain/kernel/refusal';
import { keysPrecondition } from './program-office';

/** Creates the API key of a customer's system and shows it once, in a personal chat. */
export const newApiKeyCommand: Command<{ system: string }> = {
  verb: 'keys.new',
  title: 'New API key',
  area: 'API keys',
  keepsAnswer: true,
  typed: {
    words: ['create api key', 'new api key'],
    usage: 'new api key <system>',
    summary:
      "Program office, in a personal chat: creates an API key for a customer's system to submit requests.",
    example: 'new api key depot-orders',
    read: (rest) => (rest === '' ? {} : { system: rest }),
  },
  schema: z.object({ system: required("Enter the system's name.") }),
  form: (given, context) =>
    placePrecondition(context) ?? {
      title: 'New API key',
      intro: 'The key is shown once. Anyone who has it can submit requests as this system.',
      sections: oneSection(
        text(given, 'system', 'System', {
          required: true,
          placeholder: 'depot-orders',
          maxLength: 40,
          hint: 'Letters, digits, and hyphens. Its cases show this name.',
        }),
      ),
      ...sendOrCancel('Create key', 'keys.new'),
    },
  run: async ({ system: typed }, context) => {
    const denied = placePrecondition(context);
    if (denied !== undefined) return refuse(denied);
    const name = readSystemName(typed);
    if (!name.ok) return refuse(faulty([{ field: 'system', message: name.message }]));
    const key = await context.apiKeys.issue(name.value, context.actor.id, context.now);
    if (key === undefined) {
      const message = `${name.value} already has a key. Revoke it first, or enter another name.`;
      return refuse(refusal('api-key-exists', { system: name.value }, [{ field: 'system', message }]));
    }
    return replyDone({
      title: `API key for ${name.value}`,
      text: `${key}\nCopy it now to where the system keeps its secrets, then press the button. The list replaces this card, and the key is gone from the chat. The key isn't stored here and can't be shown again.`,
      // A person can't delete the bot's messages, but the answer to a button replaces its card.
      buttons: [button('I copied it', 'keys.list')],
    });
  },
};

/** Everyone in a channel could use a key shown there. */
const placePrecondition = ({ actor, place }: CommandContext): Refusal | undefined =>
  keysPrecondition(actor) ?? (place.kind === 'personal' ? undefined : refusal('not-a-personal-chat'));
