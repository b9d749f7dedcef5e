import type { Field } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import { choice, choicesOf, date, groupChoices, radio, text, toggle } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import type { Case } from '../../domain/cases/case';
import type { Direction } from '../../domain/cases/timeline';
import { noteDates, type DateRange } from '../../domain/kernel/text/date-range';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { DIRECTION_NAMES, directionsOf, targetsOf } from '../../domain/cases/escalation/directions';
import { mscOf } from '../../domain/cases/escalation/msc-of';
import type { ChecklistItem, Policy } from '../../domain/policy/policy';

/** The direction that was chosen, or the only possible one. */
export function directionOf(current: Case, given: Given, context: CommandContext): Direction | undefined {
  const possible = directionsOf(current, context);
  return possible.length === 1 ? possible[0] : possible.find((each) => each === given['direction']);
}

/** What is asked first, because the checklist depends on it (rules ES-2, ES-3, ES-7, ES-8). */
export function conditionFields(current: Case, given: Given, context: CommandContext): readonly Field[] {
  const direction = directionOf(current, given, context);
  const policy = context.policies.at(current.openedAt);
  const possible = direction === undefined ? directionsOf(current, context) : [direction];
  const checklists = policy.checklists[mscOf(current, context.directory)];
  const hasAction = direction !== 'level-1-to-2' && direction !== 'distribution-center';
  return [
    ...directionField(current, given, context),
    ...targetField(current, given, context),
    ...(hasAction ? actionFields(given, policy) : []),
    ...onItems(given, checklists, possible, noteDates(current, context)),
  ];
}

/** What is asked of Level 3 (rule ES-7). */
const actionFields = (given: Given, { actionTypes }: Policy): Field[] => [
  choice(given, 'actionType', 'Type of action', {
    // Not required by the client: another action can replace it.
    required: false,
    choices: actionTypes.map((type) => ({ title: type, value: type })),
  }),
  text(given, 'otherAction', 'Or another action', {
    maxLength: TEXT_LIMITS.name,
    hint: 'Clear and concise. It replaces the type chosen above. Before award, one of the two is required.',
  }),
];

function directionField(current: Case, given: Given, context: CommandContext): Field[] {
  const possible = directionsOf(current, context);
  if (possible.length < 2) return [];
  const choices = possible.map((value) => ({ title: DIRECTION_NAMES[value], value }));
  return [radio(given, 'direction', 'Direction', { required: true, choices })];
}

function targetField(current: Case, given: Given, { directory }: CommandContext): Field[] {
  const targets = targetsOf(current, directory);
  if (targets.length < 2) return [];
  return [choice(given, 'group', 'Assignment group', { required: true, choices: groupChoices(targets) })];
}

function onItems(
  given: Given,
  checklists: Readonly<Record<Direction, readonly ChecklistItem[]>>,
  possible: readonly Direction[],
  dates: DateRange,
): Field[] {
  const items = possible.flatMap((each) => checklists[each]);
  // A site issue that has a direction of its own needs no question.
  const award = possible.filter((each) => each !== 'distribution-center');
  const fields: Field[] = [];
  if (items.some(({ when }) => when === 'tech-blocked')) {
    fields.push(toggle(given, 'techBlocked', 'The PR is tech-blocked', { otherwise: 'false' }));
  }
  if (award.some((each) => checklists[each].some(({ when }) => when === 'site-issue'))) {
    fields.push(toggle(given, 'siteIssue', 'The cause is at a site', { otherwise: 'false' }));
  }
  if (items.some(({ input }) => input === 'latest-note')) {
    fields.push(
      date(given, 'notesDate', 'Date of the latest note', dates, { hint: 'Leave empty if there is none.' }),
    );
    if (possible.includes('pre-award')) {
      fields.push(
        radio(given, 'eadSuffices', 'Is the Estimated Award Date sufficient?', {
          choices: choicesOf({ yes: 'Yes', no: 'No' }),
          hint: 'For pre-award, if the latest note is current.',
        }),
      );
    }
  }
  return fields;
}

/** The missing conditions without which no checklist can be shown, each with what to choose. */
export function missingConditions(
  current: Case,
  given: Given,
  context: CommandContext,
): ReadonlyMap<string, string> {
  const missing = new Map<string, string>();
  if (directionOf(current, given, context) === undefined) missing.set('direction', 'Choose the direction.');
  const targets = targetsOf(current, context.directory);
  if (targets.length > 1 && !targets.some(({ key }) => key === given['group'])) {
    missing.set('group', 'Choose the group it goes to.');
  }
  return missing;
}
