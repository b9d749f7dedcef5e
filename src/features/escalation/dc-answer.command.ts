import { caseAction } from '../../commands/cases/case-action';
import { longText, oneSection } from '../../commands/forms/fields';
import { decideDcAnswer } from '../../domain/cases/decisions/decide-dc-answer';

/** Records what the Distribution Center answered; the case is in progress again (rule ES-3 g). */
export const dcAnswerCommand = caseAction({
  action: 'case.dc-answer',
  area: 'Escalation',
  typed: {
    words: ['record dc answer', 'dc answered', 'dc answer'],
    usage: 'dc answered CS0000001 <text>',
    summary: "Distribution: records the Distribution Center's answer. The case is in progress again.",
    example: 'dc answered CS0000012 DDSP found the six missing; they ship on 4 December.',
    freeText: 'text',
  },
  form: (current, given) => ({
    title: `Distribution Center's answer to ${current.number}`,
    intro: `${current.awaitedCenter ?? 'The Distribution Center'} was asked. Once you record its answer, the case is in progress again.`,
    sections: oneSection(longText(given, 'text', 'The answer', { required: true })),
  }),
  decide: decideDcAnswer,
  confirmation: () => 'The answer is in the notes. The case is in progress again.',
});
