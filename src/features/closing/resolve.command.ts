import { caseAction } from '../../commands/cases/case-action';
import { choice, choicesOf, date, longText, oneSection } from '../../commands/forms/fields';
import { parPrecondition } from '../../domain/cases/pars/par-precondition';
import { NO_RESOLUTIONS, RESOLUTIONS, decideResolve } from '../../domain/cases/decisions/decide-resolve';
import { deliveryDates } from '../../domain/kernel/text/date-range';

/** Resolves a case: the customer has actionable information (rules CL-1, CL-2). */
export const resolveCommand = caseAction({
  action: 'case.resolve',
  area: 'Closing',
  typed: {
    words: ['resolve'],
    usage: 'resolve CS0000001',
    summary: 'Resolves a case with the actionable information given to the customer.',
    example: 'resolve CS0000012',
    freeText: 'notes',
  },
  precondition: (current, context) => parPrecondition('case.resolve', current, context.actor, context),
  form: (current, given, context) => ({
    title: `Resolve ${current.number}`,
    intro: 'A case is resolved once the customer has been given actionable information.',
    sections: oneSection(
      choice(given, 'kind', 'Resolution', {
        required: true,
        // Choices that don't resolve a case are offered too; choosing one explains why it doesn't (rule CL-1).
        choices: choicesOf({ ...RESOLUTIONS, ...NO_RESOLUTIONS }),
      }),
      longText(given, 'notes', 'Resolution notes', { required: true }),
      date(given, 'date', 'Date given to the customer', deliveryDates(current, context), {
        hint: 'Required for a delivery date or an expedite request. Otherwise, leave it empty if there is none.',
      }),
    ),
  }),
  decide: decideResolve,
  confirmation: () => 'Resolved. Next, close it to send the customer the final resolution.',
});
