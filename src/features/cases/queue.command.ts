import { z } from 'zod/v4';
import { caseRows } from '../../commands/cases/case-rows';
import { refuse, reply, type Command, type CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { nearestGroup } from '../../commands/group-named';
import { optional } from '../../commands/forms/inputs';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';
import type { Case } from '../../domain/cases/case';
import type { Group } from '../../domain/directory/directory';
import { refusal } from '../../domain/kernel/refusal';

/** Lists the open cases of the person's groups, or of one group: unassigned first, then the oldest. */
export const queueCommand: Command<{ group: string }> = {
  verb: 'cases.queue',
  title: 'Queue',
  area: 'Cases',
  typed: {
    words: ['queue'],
    usage: 'queue [group key]',
    summary: 'Open cases of your groups or of one group, unassigned first.',
    example: 'queue L3-AVN',
    read: (rest) => ({ group: rest }),
  },
  schema: z.object({ group: optional }),
  run: async ({ group: key }, context) => {
    const groups = key === '' ? context.directory.groupsOf(context.actor.id) : groupOf(key, context);
    if (groups === undefined) {
      return refuse(refusal('no-such-group', { group: key, nearest: nearestGroup(key, context.directory) }));
    }
    const waiting = await openOf(groups, context, true);
    const all = await openOf(groups, context, false);
    const found = [...waiting, ...all.filter(({ assignee }) => assignee !== undefined)];
    const names = groups.map(({ name }) => name).join(', ');
    return reply({
      card: 'list',
      title: key === '' ? 'Queue of my groups' : `Queue of ${names}`,
      ...(key === '' && names !== '' ? { intro: names } : {}),
      rows: caseRows(found.slice(0, ROWS_SHOWN), context),
      empty: names === '' ? "You aren't in an assignment group." : 'No open cases here.',
      ...moreThan(found.length),
      buttons: [button('My cases', 'cases.mine'), button('Groups', 'groups.list')],
    });
  },
};

function groupOf(key: string, context: CommandContext): readonly Group[] | undefined {
  const group = context.directory.group(key);
  return group === undefined ? undefined : [group];
}

async function openOf(
  groups: readonly Group[],
  context: CommandContext,
  unassigned: boolean,
): Promise<readonly Case[]> {
  const perGroup = await Promise.all(
    groups.map(({ key }) =>
      context.cases.list({ open: true, group: key, ...(unassigned ? { unassigned } : {}) }, ROWS_SHOWN + 1),
    ),
  );
  return perGroup.flat().sort((a, b) => a.openedAt - b.openedAt);
}
