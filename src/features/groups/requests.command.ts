import { z } from 'zod/v4';
import { requestMessage } from '../../cards/memberships/request-message';
import { refuse, reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { requestNumber, requestThen } from '../../commands/request-number';
import { answersRequests, whoAnswers } from '../../domain/directory/who-runs';
import { refusal } from '../../domain/kernel/refusal';

// More than a card holds.
const MAX = 100;

/** Lists the membership requests waiting for the person, or shows one of them (rule AC-3). */
export const requestsCommand: Command<{ request?: string | undefined }> = {
  verb: 'groups.requests',
  title: 'Requests',
  area: 'Groups',
  typed: {
    words: ['requests', 'request'],
    usage: 'requests [MR1]',
    summary: 'Membership requests waiting for you, or one of them.',
    example: 'requests',
    read: requestThen(),
  },
  schema: z.object({ request: requestNumber.optional() }),
  run: async ({ request: id }, context) => {
    const { actor, directory, memberships } = context;
    if (id !== undefined) {
      const saved = await memberships.get(id);
      const group = saved && directory.group(saved.state.group);
      if (saved === undefined || group === undefined)
        return refuse(refusal('no-such-request', { request: id }));
      if (!answersRequests(actor, group))
        return refuse(
          refusal('not-permitted', { action: `Request ${id}`, who: whoAnswers(group, directory) }),
        );
      return reply(requestMessage(saved.state, context));
    }
    const own = directory.groups.filter((group) => answersRequests(actor, group));
    const open = await memberships.open(
      own.map(({ key }) => key),
      MAX,
    );
    return reply({
      card: 'list',
      title: 'Membership requests',
      rows: open.map((request) => ({
        title: `${request.id}: ${directory.person(request.person)?.name ?? request.name}`,
        subtitle: directory.group(request.group)?.name ?? request.group,
        facts: [],
        tone: 'plain',
        button: button('Open', 'groups.requests', { request: request.id }),
      })),
      empty:
        own.length === 0
          ? "You aren't a gatekeeper or supervisor, so you have no requests to approve."
          : 'No requests are waiting for you.',
      buttons: [],
    });
  },
};
