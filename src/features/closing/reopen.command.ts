import { caseAction } from '../../commands/case-action';
import { caseThen } from '../../commands/case-number';
import { longText } from '../../commands/fields';
import { caseInput } from '../../commands/inputs';
import { decideReopen } from '../../domain/cases/decide-reopen';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';

/** Reopens a resolved or closed case; its history stays (rules RE-1, CK-10). */
export const reopenCommand = caseAction({
  action: 'case.reopen',
  area: 'Closing',
  typed: {
    words: ['reopen'],
    usage: 'reopen CS0000001 <why>',
    summary: 'Reopens a resolved or closed case, with why; its history stays.',
    example: 'reopen CS0000012 The part that came is the wrong one.',
    read: caseThen('why'),
  },
  schema: caseInput,
  form: ({ number }, given) => ({
    title: `Reopen ${number}`,
    intro: 'It is worked again by who held it. Its resolution time runs on from its creation.',
    sections: [{ fields: [longText(given, 'why', 'Why', { required: true, maxLength: TEXT_LIMITS.text })] }],
  }),
  decide: (current, input, context) => decideReopen(current, input, context.actor, context),
  said: () => 'Reopened.',
});
