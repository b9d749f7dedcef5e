import { replyDone } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { decideAddMember } from '../../domain/directory/members/decide-members';
import { rolesText } from '../../domain/directory/members/group-timeline';
import { memberChange } from './member-change';
import { newcomerField, roleField, whyField } from './member-fields';

/** Adds a person of the directory to a group, with a role and why (rule AC-5). */
export const addMemberCommand = memberChange({
  verb: 'groups.add-member',
  title: 'Add member',
  summary:
    'Business process analysts and the program office: adds a person to a group, with a role and a reason.',
  form: (given, group, { directory }) => ({
    title: `Add a member to ${group.name}`,
    intro: "From now on they can work the group's cases.",
    fields: [newcomerField(given, group, directory), roleField(given), whyField(given)],
  }),
  decide: decideAddMember,
  done: ({ to, why = '' }, group, name) =>
    replyDone({
      title: `${name} is now ${rolesText(to)} of ${group.name}`,
      text: `Reason: ${why}`,
      buttons: [button('Members', 'groups.members', { group: group.key })],
    }),
});
