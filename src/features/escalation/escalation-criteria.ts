import type { Field, Form } from '../../cards/shared/card-value';
import type { CommandContext } from '../../commands/command';
import { choice, date, longText, text, type Given } from '../../commands/forms/fields';
import { parFields } from '../../commands/forms/par-fields';
import type { Case } from '../../domain/cases/case';
import type { Direction } from '../../domain/cases/timeline';
import { comingDatesOf } from '../../domain/kernel/text/date-range';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { checklistOf } from '../../domain/cases/escalation/checklist-of';
import { mscOf } from '../../domain/cases/escalation/msc-of';
import { CENTER_ITEM, centersOf } from '../../domain/cases/escalation/read-center';
import { shownByCase } from '../../domain/cases/escalation/shown-by-case';
import type { ChecklistItem, Policy } from '../../domain/policy/policy';

type Section = Form['sections'][number];
type Justification = Policy['justifications'][number];

const isOn = (given: Given, id: string): boolean => given[id] === 'true' || given[id] === 'yes';

/**
 * Everything that has to be met for this case in this direction: item and PR, PAR, or requisition, checklist,
 * justification. What the case shows by itself stands there in words.
 */
export function criteriaSections(
  current: Case,
  direction: Direction,
  given: Given,
  context: CommandContext,
): readonly Section[] {
  const policy = context.policies.at(current.openedAt);
  const conditions = { techBlocked: isOn(given, 'techBlocked'), siteIssue: isOn(given, 'siteIssue') };
  const items = checklistOf(mscOf(current, context.directory), direction, conditions, policy);
  const shown = shownText(items, current, context);
  return [
    ...(shown === '' ? [] : [{ title: 'From the case', text: shown, fields: [] }]),
    ...(direction === 'pre-award' ? [{ title: 'Item and PR', fields: purchaseFields(current, given) }] : []),
    ...(direction === 'post-award'
      ? [{ title: 'Post Award Request', fields: parFields(given, current.openPar) }]
      : []),
    ...(direction === 'distribution-center'
      ? [{ title: 'Requisition', fields: [requisitionField(current, given)] }]
      : []),
    {
      title: 'Checklist',
      text: 'Write what you found for each item. It becomes part of the notes.',
      fields: checklistFields(items, current, given, context),
    },
    ...(direction === 'pre-award' && given['eadSuffices'] === 'no'
      ? [
          {
            title: 'Justification',
            text: "The Estimated Award Date isn't sufficient. Fill in what applies and leave the rest empty.",
            fields: [
              ...policy.justifications.flatMap((kind) => justificationFields(kind, given)),
              date(given, 'dateOfNeed', 'Date of need', comingDatesOf(current, context)),
            ],
          },
        ]
      : []),
  ];
}

const purchaseFields = ({ details }: Case, given: Given): Field[] => [
  text(given, 'nsn', 'NSN', {
    required: true,
    otherwise: details.nsn ?? '',
    placeholder: '5331-00-618-5361',
  }),
  text(given, 'pr', 'PR number', { required: true, otherwise: details.pr ?? '', hint: 'One case, one PR.' }),
];

const requisitionField = ({ details }: Case, given: Given): Field =>
  text(given, 'requisition', 'Requisition number', {
    required: true,
    otherwise: details.requisition ?? '',
    placeholder: 'W25G1V63210001',
    hint: 'The requisition that has the site issue.',
  });

/** The items that the case itself answers, one per line; one that isn't met says what is missing (rules ES-3 a and c, ES-12). */
const shownText = (items: readonly ChecklistItem[], current: Case, context: CommandContext): string =>
  items
    .flatMap(({ key, label }) => {
      const shown = shownByCase(key, current, context.actor, context);
      if (shown === undefined) return [];
      return [shown.met ? `${label}: ${shown.finding}` : `⚠ ${shown.lacking}`];
    })
    .join('\n');

function checklistFields(
  items: readonly ChecklistItem[],
  current: Case,
  given: Given,
  context: CommandContext,
): Field[] {
  const asked = items.filter(({ key }) => shownByCase(key, current, context.actor, context) === undefined);
  return asked.map(({ key, label, input, meets }) => {
    const id = `item.${key}`;
    if (key === CENTER_ITEM) {
      const choices = centersOf(context).map((center) => ({ title: center.name, value: center.key }));
      return choice(given, id, label, { required: true, choices, hint: meets });
    }
    return longText(given, id, label, {
      // The latest note is identified by its date, among the conditions; text is optional.
      required: input === 'finding',
      hint: input === 'finding' ? meets : 'What the latest note says, if there is one.',
      maxLength: TEXT_LIMITS.finding,
    });
  });
}

/** A kind in words and, where it has one, its number; the date of need has a field of its own. */
function justificationFields(kind: Justification, given: Given): Field[] {
  const id = `justification.${kind.key}`;
  return [
    text(given, id, kind.label, { maxLength: TEXT_LIMITS.line }),
    ...(kind.number === undefined || kind.key === 'date-of-need'
      ? []
      : [text(given, `${id}.number`, kind.number, { maxLength: TEXT_LIMITS.name })]),
  ];
}
