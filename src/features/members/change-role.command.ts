import type { z } from 'zod/v4';
import { reply } from '../../commands/command';
import type { Command } from '../../commands/command';
import { button, oneSection } from '../../commands/forms/fields';
import { required, sentInput } from '../../commands/forms/inputs';
import { decideChangeRole } from '../../domain/directory/members/decide-members';
import { rolesText } from '../../domain/directory/members/group-timeline';
import { changeMembers } from './change-members';
import { memberField, roleField, whyField } from './member-fields';
import { formForGroup, groupThenPerson } from './which-group';

const VERB = 'groups.change-role';
const schema = sentInput.extend({ group: required('Choose the assignment group.') });

/** Gives a member of a group another role, with why (rule AC-5). */
export const changeRoleCommand: Command<z.infer<typeof schema>> = {
  verb: VERB,
  title: 'Change role',
  area: 'Groups',
  typed: {
    words: ['change role'],
    usage: 'change role <group key>',
    summary: 'Analysts of the MSC and the program office: changes the role of a member, with a reason.',
    example: 'change role L3-AVN',
    read: groupThenPerson,
  },
  schema,
  form: (given, context, reopening = false) =>
    formForGroup({ verb: VERB, title: 'Change role' }, given, context, reopening, (group) => ({
      title: `Change a role in ${group.name}`,
      intro: 'The new role takes the place of those they have in this group.',
      sections: oneSection(memberField(given, group, context.directory), roleField(given), whyField(given)),
    })),
  run: (input, context) =>
    changeMembers(
      input,
      decideChangeRole,
      ({ from, to, why = '' }, group, name) =>
        reply({
          card: 'message',
          tone: 'good',
          title: `${name} is now ${rolesText(to)} of ${group.name}`,
          text: `Was ${rolesText(from)}.\nReason: ${why}`,
          buttons: [button('Members', 'groups.members', { group: group.key })],
        }),
      context,
    ),
};
