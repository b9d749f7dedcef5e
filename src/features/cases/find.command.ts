import { z } from 'zod/v4';
import { foundRow } from '../../cards/shared/subject-rows';
import { caseRows } from '../../commands/cases/case-rows';
import { reply, type Command } from '../../commands/command';
import { oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { required } from '../../commands/forms/inputs';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';
import { conversationOf } from '../../commands/where-of';

/** Finds cases by words (number, account, contact, NSN, PR, requisition, what was asked), and what else the person may read. */
export const findCommand: Command<{ words: string }> = {
  verb: 'cases.find',
  title: 'Find',
  area: 'Cases',
  typed: {
    words: ['find', 'search'],
    usage: 'find <words>',
    summary: 'Finds cases by account, contact, NSN, PR number, requisition, or words from the description.',
    example: 'find pump W25G1U',
    freeText: 'words',
    read: (rest) => (rest === '' ? {} : { words: rest }),
  },
  schema: z.object({ words: required('Enter what to look for.') }),
  form: (given) => ({
    title: 'Find cases',
    sections: oneSection(
      text(given, 'words', 'Words', {
        required: true,
        hint: 'Account, contact, NSN, PR number, requisition, or words from the description.',
      }),
    ),
    ...sendOrCancel('Find', 'cases.find'),
  }),
  run: async ({ words }, context) => {
    const cases = await context.cases.withWords(words, ROWS_SHOWN + 1);
    const { actor, place } = context;
    // What is found in a channel is read by everyone there.
    const person = place.kind === 'personal' ? { person: actor } : {};
    const reader = { ...person, conversation: conversationOf(place) };
    const others = await context.records.withWords(words, ROWS_SHOWN + 1, reader, context);
    const found = [...caseRows(cases, context), ...others.map(foundRow)];
    return reply({
      card: 'list',
      title: `${others.length === 0 ? 'Cases' : 'Cases and other records'} with “${words}”`,
      rows: found.slice(0, ROWS_SHOWN),
      empty: 'No case has all of these words. Try fewer words, or just the start of a word.',
      ...moreThan(found.length, 'Add a word to narrow the list.'),
      buttons: [],
    });
  },
};
