import { caseAction } from '../../commands/case-action';
import { carryToCase } from '../../commands/carry-corrections';
import { caseThen } from '../../commands/case-number';
import { reply } from '../../commands/command';
import { longText } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { decideReopen } from '../../domain/cases/decide-reopen';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';

const reopening = caseAction({
  action: 'case.reopen',
  area: 'Closing',
  typed: {
    words: ['reopen'],
    usage: 'reopen CS0000001 <why>',
    summary: 'Reopens a resolved or closed case, with why; its history stays.',
    example: 'reopen CS0000012 The part that came is the wrong one.',
    freeText: 'why',
    read: caseThen('why'),
  },
  schema: caseInput,
  form: ({ number }, given) => ({
    title: `Reopen ${number}`,
    intro: 'It is worked again by whoever held it last. Its resolution time runs on from its creation.',
    sections: [{ fields: [longText(given, 'why', 'Why', { required: true, maxLength: TEXT_LIMITS.text })] }],
  }),
  decide: (current, input, context) => decideReopen(current, input, context.actor, context),
  said: () => 'Reopened.',
});

/** Reopens a resolved or closed case; its history stays (rules RE-1, CK-10). Its contact is as corrected meanwhile. */
export const reopenCommand: typeof reopening = {
  ...reopening,
  run: async (input, context) => {
    const outcome = await reopening.run(input, context);
    if (outcome.kind === 'refusal' || outcome.reply.card.card !== 'case') return outcome;
    const { card } = outcome.reply;
    await carryToCase(card.case, context);
    const fresh = await context.cases.get(card.case.number);
    return reply({ ...card, case: fresh?.case ?? card.case });
  },
};
