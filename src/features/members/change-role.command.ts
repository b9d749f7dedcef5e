import { replyDone } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { decideChangeRole } from '../../domain/directory/members/decide-members';
import { rolesText } from '../../domain/directory/members/group-timeline';
import { memberChange } from './member-change';
import { memberField, roleField, whyField } from './member-fields';

/** Gives a member of a group another role, with why (rule AC-5). */
export const changeRoleCommand = memberChange({
  verb: 'groups.change-role',
  title: 'Change role',
  summary: "Business process analysts and the program office: changes a member's role, with a reason.",
  form: (given, group, { directory }) => ({
    title: `Change a role in ${group.name}`,
    intro: 'The new role replaces the roles they have in this group.',
    fields: [memberField(given, group, directory), roleField(given), whyField(given)],
  }),
  decide: decideChangeRole,
  done: ({ from, to, why = '' }, group, name) =>
    replyDone({
      title: `${name} is now ${rolesText(to)} of ${group.name}`,
      text: `Was ${rolesText(from)}.\nReason: ${why}`,
      buttons: [button('Members', 'groups.members', { group: group.key })],
    }),
});
