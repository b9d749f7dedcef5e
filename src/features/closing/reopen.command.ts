import { caseAction } from '../../commands/cases/case-action';
import { propagateToCase } from '../../commands/cases/propagate-corrections';
import { reply, type Outcome } from '../../commands/command';
import { backToCase, button, longText, oneSection } from '../../commands/forms/fields';
import { type CaseInput } from '../../commands/forms/inputs';
import { shorten } from '../../commands/shorten';
import { decideReopen } from '../../domain/cases/decisions/decide-reopen';

const reopening = caseAction({
  action: 'case.reopen',
  area: 'Closing',
  typed: {
    words: ['reopen'],
    usage: 'reopen CS0000001 <why>',
    summary: 'Reopens a resolved or closed case, with a reason. Its history stays.',
    example: 'reopen CS0000012 The part that came is the wrong one.',
    freeText: 'why',
  },
  form: ({ number }, given) => ({
    title: `Reopen ${number}`,
    intro: 'It goes back to the person who last held it. Its resolution time still counts from its creation.',
    sections: oneSection(longText(given, 'why', 'Why', { required: true })),
  }),
  decide: decideReopen,
  confirmation: () => 'Reopened.',
});

/** Reopens a resolved or closed case; its history stays (rules RE-1, CK-10). Its contact has all corrections made since. */
export const reopenCommand: typeof reopening = {
  ...reopening,
  run: async (input, context) => {
    const outcome = await reopening.run(input, context);
    if (outcome.kind === 'refusal' && outcome.refusal.code === 'pr-already-open')
      return elsewhere(input, outcome.refusal.params);
    if (outcome.kind === 'refusal' || outcome.reply.card.card !== 'case') return outcome;
    const { card } = outcome.reply;
    await propagateToCase(card.case, context);
    const fresh = await context.cases.get(card.case.number);
    return reply({ ...card, case: fresh?.state ?? card.case });
  },
};

/** If its PR is on an open case, leads there: a closed case can't be corrected (rule ES-6). */
function elsewhere(
  { case: number, why = '' }: CaseInput,
  { number: holder = '', pr = '' }: Readonly<Record<string, string>>,
): Outcome {
  const said = why.trim() === '' ? '' : ` You wrote: “${shorten(why, 300)}”`;
  return reply({
    card: 'message',
    tone: 'warning',
    title: `${number} was not reopened`,
    text: `Its PR ${pr} is on ${holder}, which is open. A PR can be on only one open case: work on that case, and link the two.${said}`,
    buttons: [
      button(`Open ${holder}`, 'case.show', { case: holder }),
      button('Link case', 'case.link', { case: number, other: holder }),
      backToCase(number),
    ],
  });
}
