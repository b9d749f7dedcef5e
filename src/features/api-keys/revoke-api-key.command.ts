import { z } from 'zod/v4';
import { refuse, replyDone, type Command } from '../../commands/command';
import { button, choice, sendButton, oneSection } from '../../commands/forms/fields';
import { required, sentInput } from '../../commands/forms/inputs';
import { refusal } from '../../domain/kernel/refusal';
import { keysPrecondition } from './program-office';

const noKey = (typed: string): string => `“${typed.slice(0, 40)}” has no key. Choose one from the list.`;

/** Revokes a system's API key once this was confirmed: the system can't submit with it anymore. */
export const revokeApiKeyCommand: Command<{ system: string }> = {
  verb: 'keys.revoke',
  title: 'Revoke API key',
  area: 'API keys',
  keepsAnswer: true,
  typed: {
    words: ['revoke api key'],
    usage: 'revoke api key <system>',
    summary: "Program office: revokes a system's API key, after you confirm.",
    example: 'revoke api key depot-orders',
    read: (rest) => (rest === '' ? {} : { system: rest }),
  },
  schema: sentInput.and(z.object({ system: required('Choose the system.') })),
  form: async (given, { actor, apiKeys }) => {
    const denied = keysPrecondition(actor);
    if (denied !== undefined) return denied;
    const systems = (await apiKeys.list()).filter(({ revokedAt }) => revokedAt === undefined);
    const typed = (given['system'] ?? '').trim();
    const named = systems.find(({ system }) => system === typed.toLowerCase());
    return {
      title: 'Revoke an API key',
      intro: 'The system can no longer submit requests with it. Its cases stay as they are.',
      sections: oneSection(
        choice({ ...given, system: named?.system ?? typed }, 'system', 'System', {
          required: true,
          choices: systems.map(({ system }) => ({ title: system, value: system })),
          ...(systems.length === 0 ? { hint: 'No system has an API key yet.' } : {}),
          ...(typed !== '' && named === undefined ? { fault: noKey(typed) } : {}),
        }),
      ),
      submit: sendButton('Revoke', 'keys.revoke'),
      others: [button('Back', 'keys.list')],
    };
  },
  run: async ({ system: typed }, { actor, apiKeys, now }) => {
    const denied = keysPrecondition(actor);
    if (denied !== undefined) return refuse(denied);
    const system = typed.toLowerCase();
    if (!(await apiKeys.revoke(system, now))) {
      return refuse(
        refusal('no-api-key', { system: typed.slice(0, 40) }, [{ field: 'system', message: noKey(typed) }]),
      );
    }
    return replyDone({
      title: `API key of ${system} revoked`,
      text: 'Requests with it are now rejected. You can create a new key at any time.',
      buttons: [button('API keys', 'keys.list'), button('New API key', 'keys.new', { system })],
    });
  },
};
