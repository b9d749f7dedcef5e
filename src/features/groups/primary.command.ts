import { z } from 'zod/v4';
import { refuse, replyDone, type Command } from '../../commands/command';
import { button, choice, groupChoices, oneSection, sendOrCancel } from '../../commands/forms/fields';
import { noSuchGroup } from '../../commands/group-named';
import { required } from '../../commands/forms/inputs';
import { faulty } from '../../domain/kernel/refusal';

/** Sets one of the person's groups as primary: new cases are created for it unless another is chosen (rule AC-3). */
export const primaryCommand: Command<{ group: string }> = {
  verb: 'groups.primary',
  title: 'Primary group',
  area: 'Groups',
  keepsAnswer: true,
  typed: {
    words: ['primary group', 'primary'],
    usage: 'primary <group key>',
    summary: 'Sets your primary group. Your new cases are created for it.',
    example: 'primary L3-AVN',
    read: (rest) => (rest === '' ? {} : { group: rest }),
  },
  schema: z.object({ group: required('Choose one of your groups.') }),
  form: (given, { actor, directory }) => {
    const choices = groupChoices(directory.groupsOf(actor.id));
    const hint = choices.length === 0 ? { hint: "You aren't in a group yet. Type join." } : {};
    const otherwise = actor.primary === undefined ? {} : { otherwise: actor.primary };
    return {
      title: 'Your primary group',
      intro: 'Your new cases are created for it unless you choose another.',
      sections: oneSection(
        choice(given, 'group', 'Group', { required: true, choices, ...hint, ...otherwise }),
      ),
      ...sendOrCancel('Set as primary', 'groups.primary'),
    };
  },
  run: async ({ group: key }, { actor, directory, directories }) => {
    const group = directory.group(key);
    if (group === undefined) return refuse(noSuchGroup(key, directory));
    if (!directory.groupsOf(actor.id).includes(group)) {
      const message = `You aren't in ${group.name}. Choose one of your groups, or type: join ${group.key}`;
      return refuse(faulty([{ field: 'group', message }]));
    }
    await directories.choosePrimary(actor.id, group.key);
    return replyDone({
      title: `${group.name} is your primary group`,
      text: 'Your new cases are created for it unless you choose another.',
      buttons: [button('Groups', 'groups.list'), button('New case', 'case.new')],
    });
  },
};
