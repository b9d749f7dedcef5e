import type { z } from 'zod/v4';
import { reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { button, oneSection } from '../../commands/forms/fields';
import { required, sentInput } from '../../commands/forms/inputs';
import { decideAddMember } from '../../domain/directory/members/decide-members';
import { rolesText } from '../../domain/directory/members/group-timeline';
import { changeMembers } from './change-members';
import { newcomerField, roleField, whyField } from './member-fields';
import { formForGroup, groupThenPerson } from './which-group';

const VERB = 'groups.add-member';
const schema = sentInput.extend({ group: required('Choose the assignment group.') });

/** Adds a person of the directory to a group, with a role and why (rule AC-5). */
export const addMemberCommand: Command<z.infer<typeof schema>> = {
  verb: VERB,
  title: 'Add member',
  area: 'Groups',
  typed: {
    words: ['add member'],
    usage: 'add member <group key>',
    summary:
      'Analysts of the MSC and the program office: adds a person to a group, with a role and a reason.',
    example: 'add member L3-AVN',
    read: groupThenPerson,
  },
  schema,
  form: (given, context, reopening = false) =>
    formForGroup({ verb: VERB, title: 'Add member' }, given, context, reopening, (group) => ({
      title: `Add a member to ${group.name}`,
      intro: 'They work the cases of the group from now on.',
      sections: oneSection(newcomerField(given, group, context.directory), roleField(given), whyField(given)),
    })),
  run: (input, context) =>
    changeMembers(
      input,
      decideAddMember,
      ({ to, why = '' }, group, name) =>
        reply({
          card: 'message',
          tone: 'good',
          title: `${name} is now ${rolesText(to)} of ${group.name}`,
          text: `Reason: ${why}`,
          buttons: [button('Members', 'groups.members', { group: group.key })],
        }),
      context,
    ),
};
