import { z } from 'zod/v4';
import type { ListRow } from '../../cards/shared/card-value';
import { refuse, reply, type Command, type CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { ApiKey } from '../../ports/api-keys';
import { keysPrecondition } from './program-office';

/** Lists the customers' systems that have a key: when it was created, by whom, and when it was last used. */
export const apiKeysCommand: Command<Record<string, never>> = {
  verb: 'keys.list',
  title: 'API keys',
  area: 'API keys',
  typed: {
    words: ['api keys'],
    usage: 'api keys',
    summary: "Program office: customers' systems that have an API key, and when each key was last used.",
    example: 'api keys',
    read: () => ({}),
  },
  schema: z.object({}),
  run: async (_input, context) => {
    const denied = keysPrecondition(context.actor);
    if (denied !== undefined) return refuse(denied);
    const keys = [...(await context.apiKeys.list())].sort(
      (a, b) => Number(isRevoked(a)) - Number(isRevoked(b)),
    );
    return reply({
      card: 'list',
      title: 'API keys',
      rows: keys.slice(0, ROWS_SHOWN).map((key) => rowOf(key, context)),
      empty: 'No system has an API key yet.',
      ...moreThan(keys.length, "To revoke one that isn't shown, type revoke api key and its name."),
      buttons: [button('New API key', 'keys.new')],
    });
  },
};

const isRevoked = ({ revokedAt }: ApiKey): boolean => revokedAt !== undefined;

function rowOf(key: ApiKey, { directory }: CommandContext): ListRow {
  const { system, createdAt, createdBy, lastUsedAt, revokedAt } = key;
  const by = directory.person(createdBy)?.name ?? 'someone who is no longer in the directory';
  const used = lastUsedAt === undefined ? 'Never used' : `Last used ${when(lastUsedAt)}`;
  const row = { title: system, subtitle: `Created ${when(createdAt)} by ${by}` };
  if (revokedAt !== undefined)
    return { ...row, facts: [used, `Revoked ${when(revokedAt)}`], tone: 'warning' };
  return { ...row, facts: [used], tone: 'plain', button: button('Revoke', 'keys.revoke', { system }) };
}

const when = (at: number): string => instantIn(DEFAULT_ZONE, at);
