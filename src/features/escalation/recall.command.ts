import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideRecall } from '../../domain/cases/level-3/decide-recall';

/** Level 2 takes a case back from Level 3 with a reason; Level 3 is notified (rule L3-2). */
export const recallCommand = caseAction({
  action: 'case.recall',
  area: 'Level 3',
  typed: {
    words: ['recall'],
    usage: 'recall CS0000001 <why>',
    summary: 'Level 2: takes the case back from Level 3, so it can be resolved. Level 3 is notified.',
    example: 'recall CS0000012 The customer withdrew the request.',
    freeText: 'why',
  },
  form: ({ number }, given) => ({
    title: `Recall ${number} from Level 3`,
    intro: 'The case comes back to Level 2, which can then resolve it. Level 3 gets a message.',
    sections: oneSection(longText(given, 'why', 'Why', { required: true })),
  }),
  decide: decideRecall,
  confirmation: (after, { directory }) =>
    `Recalled to ${directory.group(after.group)?.name ?? after.group}. Level 3 is notified.`,
});
