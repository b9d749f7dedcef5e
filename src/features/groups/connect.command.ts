import { z } from 'zod/v4';
import { refuse, reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { button, cancel, choice, sendButton } from '../../commands/fields';
import { nearestGroup } from '../../commands/group-named';
import { required } from '../../commands/inputs';
import type { Group, Person } from '../../domain/people/directory';
import { refusal } from '../../domain/refusal';

/** Binds the channel in which it is given to an assignment group: its cases and alerts are posted there. */
export const connectCommand: Command<{ group: string }> = {
  verb: 'groups.connect',
  title: 'Connect',
  area: 'Groups',
  typed: {
    words: ['connect'],
    usage: 'connect <group key>',
    summary: 'In a channel: cases and alerts of the group are posted here.',
    example: 'connect av-l3',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
  schema: z.object({ group: required('Choose the assignment group.') }),
  form: (given, { actor, directory, place }) => {
    if (place.kind !== 'channel') return Promise.resolve(refusal('not-a-channel'));
    const own = directory.groups.filter((group) => mayConnect(actor, group));
    const choices = own.map(({ key, name }) => ({ title: name, value: key }));
    return Promise.resolve({
      title: 'Connect this channel',
      intro: 'Cases and alerts of the group are then posted here.',
      sections: [
        {
          fields: [
            choice(given, 'group', 'Assignment group', {
              required: true,
              choices,
              ...(choices.length === 0
                ? { hint: 'You run no group: ask its gatekeeper or supervisor.' }
                : {}),
            }),
          ],
        },
      ],
      submit: sendButton('Connect', 'groups.connect'),
      others: [cancel],
    });
  },
  run: async ({ group: key }, { actor, directory, directories, place }) => {
    const { address } = place;
    if (place.kind !== 'channel') return refuse(refusal('not-a-channel'));
    const group = directory.group(key);
    if (group === undefined) {
      const nearest = nearestGroup(key, directory);
      return refuse(
        refusal('no-such-group', { group: key, nearest }, [
          {
            field: 'group',
            message: `There is no group “${key}”.${nearest === '' ? '' : ` Did you mean ${nearest}?`}`,
          },
        ]),
      );
    }
    if (!mayConnect(actor, group)) {
      const who = `a gatekeeper or supervisor of ${group.name}, or the program office`;
      return refuse(refusal('not-permitted', { action: 'Connect', who }));
    }
    await directories.bindChannel(group.key, {
      // The bare channel, not the thread in which the line was written.
      conversationId: address.conversationId.replace(/;messageid=.*$/, ''),
      serviceUrl: address.serviceUrl,
      ...(address.tenantId === undefined ? {} : { tenantId: address.tenantId }),
    });
    return reply({
      card: 'message',
      tone: 'good',
      title: `Connected to ${group.name}`,
      text: 'Cases that come to the group, and its alerts, are posted in this channel from now on.',
      buttons: [button('Queue', 'cases.queue', { group: group.key })],
    });
  },
};

const mayConnect = (person: Person, group: Group): boolean =>
  person.roles.includes('program-office') ||
  group.gatekeepers.includes(person.id) ||
  group.supervisors.includes(person.id);
