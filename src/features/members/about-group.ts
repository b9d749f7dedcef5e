import { z } from 'zod/v4';
import type { CardValue } from '../../cards/shared/card-value';
import { refuse, reply, type Command, type CommandContext } from '../../commands/command';
import { cancel, choice, groupChoices, nextButton, oneSection } from '../../commands/forms/fields';
import { noSuchGroup } from '../../commands/group-named';
import { optional, required } from '../../commands/forms/inputs';
import { startOf } from '../../commands/page-of';
import type { Group } from '../../domain/directory/directory';

type AboutGroup = Command<{ group: string; shown: string }>;

/** A command that lists something of one group, page by page: it asks for the group under `title` if none was given. */
export const aboutGroup = (
  verb: string,
  title: string,
  cardOf: (group: Group, start: number, context: CommandContext) => CardValue,
): Pick<AboutGroup, 'verb' | 'schema' | 'form' | 'run'> => ({
  verb,
  schema: z.object({ group: required('Choose the assignment group.'), shown: optional }),
  form: (given, { directory }) => ({
    title,
    sections: oneSection(
      choice(given, 'group', 'Assignment group', {
        required: true,
        choices: groupChoices(directory.groups),
      }),
    ),
    submit: nextButton('Show', verb),
    others: [cancel],
  }),
  run: ({ group: key, shown }, context) => {
    const group = context.directory.group(key);
    return group === undefined
      ? refuse(noSuchGroup(key, context.directory))
      : reply(cardOf(group, startOf(shown), context));
  },
});
