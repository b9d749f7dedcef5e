import type { CommandContext } from '../../commands/command';
import { button, type Given } from '../../commands/forms/fields';
import { OFFERED, whichRecord } from '../../commands/which-record';
import { answersRequests } from '../../domain/directory/who-runs';

/** Asks which membership request is meant; offers those that are waiting, whose buttons lead to `opens`. */
export async function whichRequest(
  { verb, title, opens }: { readonly verb: string; readonly title: string; readonly opens: string },
  given: Given,
  { actor, directory, memberships }: CommandContext,
) {
  const own = directory.groups.filter((group) => answersRequests(actor, group)).map(({ key }) => key);
  const open = await memberships.open(own, OFFERED);
  return whichRecord(
    {
      verb,
      title: `${title}: which request?`,
      input: 'request',
      label: 'Request number',
      placeholder: 'MR12',
      waiting: open.map(({ id }) => button(id, opens, { ...given, request: id })),
    },
    given,
  );
}
