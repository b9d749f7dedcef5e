import { z } from 'zod/v4';
import { changeInTurn, insertInTurn } from '../../../src/commands/change-in-turn';
import { refuse, reply } from '../../../src/commands/command';
import type { Command, CommandContext, Outcome } from '../../../src/commands/command';
import { optional } from '../../../src/commands/forms/inputs';
import { ok, refusal } from '../../../src/domain/kernel/refusal';
import { errandCard } from './errand.card';
import { errandType } from './errand-type';
import type { Errand } from './errand-type';

interface ErrandInput {
  readonly what: string;
  readonly errand: string;
  readonly ran: string;
}

/** Asks the person's first group for an errand; shows one, and says that it was run. */
export const errandCommand: Command<ErrandInput> = {
  verb: 'errand',
  title: 'Errand',
  area: 'Errands',
  typed: {
    words: ['errand'],
    usage: 'errand <what>',
    summary: 'Asks your group for an errand.',
    example: 'errand fetch the drawing',
    freeText: 'what',
    read: (what) => ({ what }),
  },
  schema: z.object({ what: optional, errand: optional, ran: optional }),
  run: async ({ what, errand, ran }, context) => {
    if (errand !== '') return show(errand, ran === 'yes', context);
    const [group] = context.directory.groupsOf(context.actor.id);
    if (group === undefined) return refuse(refusal('no-such-group', { group: '', nearest: '' }));
    const kept = { type: errandType, records: context.records.of(errandType) };
    const { saved } = await insertInTurn(kept, [{ kind: 'asked', what, group: group.key }], context);
    return reply(errandCard(saved.state));
  },
};

async function show(id: string, ran: boolean, context: CommandContext): Promise<Outcome> {
  const kept = { type: errandType, records: context.records.of(errandType) };
  const decide = ({ state }: Errand) => ok(ran && state === 'open' ? [{ kind: 'ran' } as const] : []);
  const changed = await changeInTurn(kept, id, decide, context);
  if (changed.kind === 'missing' || changed.kind === 'refused')
    return refuse(refusal('no-such-case', { number: id }));
  return reply(errandCard(changed.saved.state));
}
