import { z } from 'zod/v4';
import { refuse, replyDone, type Command } from '../../commands/command';
import { button, choice, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { noSuchGroup } from '../../commands/group-named';
import { required } from '../../commands/forms/inputs';
import { runsGroup, whoRuns } from '../../domain/directory/who-runs';
import { refusal } from '../../domain/kernel/refusal';

/** Connects the channel it is typed in to an assignment group, whose cases and alerts are posted there. */
export const connectCommand: Command<{ group: string }> = {
  verb: 'groups.connect',
  title: 'Connect',
  area: 'Groups',
  keepsAnswer: true,
  typed: {
    words: ['connect'],
    usage: 'connect <group key>',
    summary: "In a channel: posts the group's cases and alerts here.",
    example: 'connect L3-AVN',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
  schema: z.object({ group: required('Choose the assignment group.') }),
  form: (given, { actor, directory, place }) => {
    if (place.kind !== 'channel') return refusal('not-a-channel');
    const own = directory.groups.filter((group) => runsGroup(actor, group));
    const choices = own.map(({ key, name }) => ({ title: name, value: key }));
    return {
      title: 'Connect this channel',
      intro: "The group's cases and alerts will be posted here.",
      sections: oneSection(
        choice(given, 'group', 'Assignment group', {
          required: true,
          choices,
          ...(choices.length === 0
            ? { hint: "Only a group's gatekeeper or supervisor can connect its channel. Ask one of them." }
            : {}),
        }),
      ),
      ...sendOrCancel('Connect', 'groups.connect'),
    };
  },
  run: async ({ group: key }, { actor, directory, directories, place }) => {
    const { address } = place;
    if (place.kind !== 'channel') return refuse(refusal('not-a-channel'));
    const group = directory.group(key);
    if (group === undefined) return refuse(noSuchGroup(key, directory));
    if (!runsGroup(actor, group)) {
      return refuse(refusal('not-permitted', { action: 'Connect', who: whoRuns(group, directory) }));
    }
    await directories.bindChannel(group.key, {
      // The channel itself, not the thread in which the line was typed.
      conversationId: address.conversationId.replace(/;messageid=.*$/, ''),
      serviceUrl: address.serviceUrl,
      ...(address.tenantId === undefined ? {} : { tenantId: address.tenantId }),
    });
    return replyDone({
      title: `Connected to ${group.name}`,
      text: "From now on, the group's new cases and alerts are posted in this channel.",
      buttons: [button('Queue', 'cases.queue', { group: group.key })],
    });
  },
};
