import { parPrecondition } from '../pars/par-precondition';
import { caseDecision, happens } from '../decision';
import { dateText } from '../../kernel/text/iso-date';
import { deliveryDates, readDate } from '../../kernel/text/date-range';
import { no } from '../../kernel/refusal';

/** What resolves a case: actionable information is given to the customer (rule CL-1, DLAM 3000.05 glossary). */
export const RESOLUTIONS = {
  'delivery-date': 'Estimated or contract delivery date given',
  'expedite-answer': 'Yes or no to an expedite request, with the new date',
  'proof-of-delivery': 'Proof of delivery given',
  catalog: 'Catalog question answered',
  'not-procurable': 'Item not procurable or PR canceled, with the reason and what to do instead',
  other: 'Other actionable information given',
} as const;

/** The resolutions that are a date, and so need it (rule CL-1, DLAM 3000.05 glossary "CSM Case Resolution" a and b). */
const DATED = ['delivery-date', 'expedite-answer'] as const satisfies readonly (keyof typeof RESOLUTIONS)[];
const needsDate = (kind: string | undefined): kind is (typeof DATED)[number] =>
  DATED.some((each) => each === kind);

/** What does not resolve a case, with why it cannot be chosen (rule CL-1). */
export const NO_RESOLUTIONS = {
  'not-on-contract': 'Item not on contract',
  'delinquent-contract': 'Delinquent contract',
  'payment-dispute': 'Payment dispute',
  'pod-dispute': 'POD dispute',
} as const;

/**
 * Resolves the case: Level 2 (or Level 1 where it never left) states what actionable information the customer has, in
 * the resolution notes (rules CL-1, CL-2, CL-6). What Level 3 holds is not resolved here: it comes back with its
 * response in the notes (CL-2), referred back, or recalled (L3-2). An open PAR (rule CL-8) and an inadequate answer to
 * one (rule CL-4) keep the case open.
 * Fields: `kind`, `notes`, and `date`, the date that the customer was given: needed where the resolution is one (CL-1).
 */
export const decideResolve = caseDecision('case.resolve', (subject, form, by, context) => {
  const denied = parPrecondition('case.resolve', subject, by, context);
  if (denied !== undefined) return no(denied);
  const chosen = form.requiredChoice('kind', 'The resolution', { ...RESOLUTIONS, ...NO_RESOLUTIONS });
  if (chosen !== undefined && chosen in NO_RESOLUTIONS) {
    const name = NO_RESOLUTIONS[chosen as keyof typeof NO_RESOLUTIONS];
    form.fault(
      'kind',
      `${name} isn't a resolution. Give the customer something to act on, then choose what it was.`,
    );
  }
  const missing = 'Write the resolution: what the customer was told and can act on.';
  const notes = form.requiredText('notes', 'Resolution notes', missing);
  const dates = deliveryDates(subject, context);
  const date = form.optional('date', readDate(dates));
  if (needsDate(chosen) && form.raw('date') === '') {
    const { [chosen]: name } = RESOLUTIONS;
    form.fault(
      'date',
      `"${name}" needs a date. Enter one from ${dateText(dates.min)} to ${dateText(dates.max)}.`,
    );
  }
  const read = form.complete({ chosen, notes });
  if (!read.ok) return read;
  const dated = date === undefined ? {} : { date };
  return happens({ kind: 'resolved', notes: read.value.notes, resolution: read.value.chosen, ...dated });
});
