import { z } from 'zod/v4';
import { insertInTurn } from '../../commands/change-in-turn';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { button, choice, groupChoices, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { noSuchGroup } from '../../commands/group-named';
import { required } from '../../commands/forms/inputs';
import { instantIn } from '../../domain/kernel/text/iso-date';
import type { Group } from '../../domain/directory/directory';
import { askMembership, mayAsk, type MembershipAnswer } from '../../domain/memberships/membership';
import { membershipType } from '../../domain/memberships/membership-type';
import { whoAnswers } from '../../domain/directory/who-runs';

/** Asks to join an assignment group; its gatekeepers and supervisors approve or decline (rule AC-3). */
export const joinCommand: Command<{ group: string }> = {
  verb: 'groups.join',
  title: 'Join a group',
  area: 'Groups',
  openToAll: true,
  typed: {
    words: ['join group', 'join'],
    usage: 'join <group key>',
    summary: 'Asks to join an assignment group.',
    example: 'join L3-AVN',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
  schema: z.object({ group: required('Choose the assignment group.') }),
  form: (given, { actor, directory }) => {
    const others = directory.groups.filter((group) => mayAsk(actor, group) === undefined);
    return {
      title: 'Join an assignment group',
      intro: "Once your request is approved or declined, you'll get a message in your personal chat.",
      sections: oneSection(
        choice(given, 'group', 'Assignment group', { required: true, choices: groupChoices(others) }),
      ),
      ...sendOrCancel('Ask to join', 'groups.join'),
    };
  },
  run: async ({ group: key }, context) => {
    const { actor, directory, memberships, cause } = context;
    const group = directory.group(key);
    if (group === undefined) return refuse(noSuchGroup(key, directory));
    const denied = mayAsk(actor, group);
    if (denied !== undefined) return refuse(denied);
    const kept = { type: membershipType, records: memberships };
    const { kind, saved } = await insertInTurn(kept, [askMembership(actor, group)], context);
    const request = saved.state;
    if (request.answer !== undefined) return askedBefore(request.answer, request.id, group, context);
    return asked(request.id, group, kind === 'changed' || request.cause === cause, context);
  },
};

function asked(id: string, group: Group, isNew: boolean, { actor, directory }: CommandContext): Outcome {
  return reply({
    card: 'message',
    tone: isNew ? 'good' : 'plain',
    title: isNew ? `You asked to join ${group.name}` : `You already asked to join ${group.name}`,
    text: `Request ${id} is waiting for ${whoAnswers(group, directory)}. You'll get a message in your personal chat with Casekeeper.`,
    buttons: directory.person(actor.id) === undefined ? [] : [button('Groups', 'groups.list')],
  });
}

/** The same form sent again after the request was answered: nobody is asked again (rule CA-11). */
function askedBefore(
  { how, by, at, reason }: MembershipAnswer,
  id: string,
  group: Group,
  { calendars, directory }: CommandContext,
): Outcome {
  const who = directory.person(by)?.name ?? 'Someone who left';
  const why = reason === undefined ? '' : `\nReason: ${reason}`;
  return reply({
    card: 'message',
    tone: 'plain',
    title: `You already asked to join ${group.name}`,
    text: `${who} ${how} request ${id} on ${instantIn(calendars.ofGroup(group.key).zone, at)}.${why}`,
    buttons: [button('Ask again', 'groups.join', { group: group.key })],
  });
}
