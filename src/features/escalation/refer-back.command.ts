import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideReferBack } from '../../domain/cases/decisions/decide-refer-back';

/** Level 3 refers a case back to Level 2 with what is missing; both supervisors are notified (rule L3-2). */
export const referBackCommand = caseAction({
  action: 'case.refer-back',
  area: 'Level 3',
  typed: {
    words: ['refer back', 'return'],
    usage: 'refer back CS0000001',
    summary:
      "Level 3: returns the case to Level 2 with what is missing. Both groups' supervisors are notified.",
    example: 'refer back CS0000012',
    freeText: 'missing',
  },
  form: ({ number }, given) => ({
    title: `Refer ${number} back to Level 2`,
    intro: 'The supervisors of both groups are notified, for visibility and training.',
    sections: oneSection(
      longText(given, 'missing', 'What is missing', {
        required: true,
        hint: 'One item per line.',
      }),
      longText(given, 'text', 'What Level 2 should know'),
    ),
  }),
  decide: decideReferBack,
  confirmation: (after, { directory }) =>
    `Referred back to ${directory.group(after.group)?.name ?? after.group}. Both groups' supervisors are notified.`,
});
