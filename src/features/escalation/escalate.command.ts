import { caseAction, type CaseFormParts } from '../../commands/cases/case-action';
import type { Field } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import { nextButton, sendButton, oneSection, type Given } from '../../commands/forms/fields';
import { sentCaseInput } from '../../commands/forms/inputs';
import type { Case } from '../../domain/cases/case';
import { decideEscalate } from '../../domain/cases/escalation/decide-escalate';
import { targetsOf } from '../../domain/cases/escalation/directions';
import { mscOf } from '../../domain/cases/escalation/msc-of';
import { MSC_NAMES } from '../../domain/directory/directory';
import { refusal, type Refusal, type Result } from '../../domain/kernel/refusal';
import { existingCases } from './existing-cases';
import { conditionFields, directionOf, missingConditions } from './escalation-conditions';
import { criteriaSections } from './escalation-criteria';

// The button leads to the second step, which stays: changing a condition there updates the checklist.
const CHECKLIST = { step: 'checklist' } as const;

/** Escalates to Level 2 or 3: first the conditions, then what they ask for, all of it verified (rules ES-1 to ES-12). */
export const escalateCommand = caseAction({
  action: 'case.escalate',
  area: 'Escalation',
  typed: {
    words: ['escalate'],
    usage: 'escalate CS0000001',
    summary: "Fills in the case's checklist and sends the case to the next level.",
    example: 'escalate CS0000012',
  },
  schema: sentCaseInput,
  form: async (current, given, context) =>
    escalationForm(current, given, context, await existingCases(current, given, context)),
  precondition: nowhereToGo,
  decide: (current, input, by, context) =>
    atItsField(decideEscalate(current, { ...input, actionType: actionOf(input) }, by, context), input),
  confirmation: (after, { directory }) =>
    [
      `Escalated to ${directory.group(after.group)?.name ?? after.group}. What was verified is in the notes.`,
      ...(after.awaitedCenter === undefined
        ? []
        : [`It's waiting for an answer from ${after.awaitedCenter}.`]),
    ].join(' '),
});

function nowhereToGo(current: Case, { directory }: CommandContext): Refusal | undefined {
  if (targetsOf(current, directory).length > 0) return undefined;
  const msc = MSC_NAMES[mscOf(current, directory)];
  return refusal('nothing-to-escalate-to', { msc, level: String(current.level + 1) });
}

/** The form; `shown` prefills fields in which nothing was typed yet, from what the cases show. */
function escalationForm(current: Case, given: Given, context: CommandContext, shown: Given): CaseFormParts {
  const conditions = conditionFields(current, given, context);
  const missing = missingConditions(current, given, context);
  const direction = directionOf(current, given, context);
  const asked = given['step'] === CHECKLIST.step;
  // A form sent when the case is already at Level 3 also comes back with what was typed.
  const title = `Escalate ${current.number}${current.level === 3 ? '' : ` to Level ${current.level + 1}`}`;
  const button = (fields: readonly Field[]): Given => ({
    ...unshown(given, fields),
    case: current.number,
    ...CHECKLIST,
  });
  // At Level 1, nothing depends on a condition, so the checklist is shown right away.
  const settled = current.level === 1 || asked;
  if (direction === undefined || missing.size > 0 || !settled) {
    return {
      title,
      intro: 'First, answer what the checklist depends on.',
      sections: oneSection(
        ...conditions.map((field) => {
          const fault = asked ? missing.get(field.id) : undefined;
          return fault === undefined ? field : { ...field, fault };
        }),
      ),
      submit: nextButton('Continue', 'case.escalate', button(conditions)),
    };
  }
  const criteria = criteriaSections(current, direction, { ...shown, ...given }, context);
  const fields = [...conditions, ...criteria.flatMap(({ fields }) => fields)];
  return {
    title,
    ...(conditions.length === 0 ? {} : { intro: 'If you change a condition, the checklist changes too.' }),
    sections: [
      ...(conditions.length === 0 ? [] : [{ title: 'Conditions', fields: conditions }]),
      ...criteria,
    ],
    submit: sendButton('Escalate', 'case.escalate', button(fields)),
  };
}

const CRITERION =
  /^(item\.|justification\.|par[A-Z]|nsn$|pr$|requisition$|actionType$|otherAction$|dateOfNeed$|eadSuffices$|notesDate$|techBlocked$|siteIssue$)/;

/** What was typed for criteria that the form doesn't ask for now; kept in case they return. */
function unshown(given: Given, fields: readonly Field[]): Given {
  const shown = new Set(fields.map(({ id }) => id));
  return Object.fromEntries(
    Object.entries(given).filter(([id, typed]) => typed !== '' && CRITERION.test(id) && !shown.has(id)),
  );
}

const isGiven = (input: Given, id: string): boolean => (input[id] ?? '').trim() !== '';

const actionOf = (input: Given): string =>
  (isGiven(input, 'otherAction') ? input['otherAction'] : input['actionType']) ?? '';

function atItsField<T>(decided: Result<T>, input: Given): Result<T> {
  if (decided.ok) return decided;
  const fieldOf: Readonly<Record<string, string>> = {
    // The date of need is one field in the form, so its faults are shown there.
    'justification.date-of-need.number': 'dateOfNeed',
    // A fault in the other action is shown where it was typed.
    ...(isGiven(input, 'otherAction') ? { actionType: 'otherAction' } : {}),
  };
  const faults = decided.refusal.faults.map((each) => ({
    ...each,
    field: fieldOf[each.field] ?? each.field,
  }));
  return { ok: false, refusal: { ...decided.refusal, faults } };
}
