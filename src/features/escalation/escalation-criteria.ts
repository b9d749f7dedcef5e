import type { Field, Form } from '../../cards/card-value';
import type { CommandContext } from '../../commands/command';
import { date, longText, text } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { parFields } from '../../commands/par-fields';
import type { Case } from '../../domain/cases/case';
import type { Direction } from '../../domain/cases/timeline';
import { comingDatesOf } from '../../domain/dates/date-range';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';
import { checklistOf } from '../../domain/escalation/checklist-of';
import { mscOf } from '../../domain/escalation/msc-of';
import { CENTER_ITEM } from '../../domain/escalation/read-center';
import type { Msc } from '../../domain/people/directory';
import type { Policy } from '../../domain/policy/policy';

type Section = Form['sections'][number];
type Justification = Policy['justifications'][number];

const isOn = (given: Given, id: string): boolean => given[id] === 'true' || given[id] === 'yes';

/** Everything that has to be met for this case in this direction: item and PR, PAR, checklist, justification. */
export function criteriaSections(
  current: Case,
  direction: Direction,
  given: Given,
  context: CommandContext,
): readonly Section[] {
  const policy = context.policies.at(current.openedAt);
  return [
    ...(direction === 'pre-award' ? [{ title: 'Item and PR', fields: purchaseFields(current, given) }] : []),
    ...(direction === 'post-award'
      ? [{ title: 'Post Award Request', fields: parFields(given, current.openPar) }]
      : []),
    {
      title: 'Checklist',
      text: 'Write what you found for each; it becomes part of the notes.',
      fields: checklistFields(mscOf(current, context.directory), direction, given, policy),
    },
    ...(direction === 'pre-award' && given['eadSuffices'] === 'no'
      ? [
          {
            title: 'Justification',
            text: 'The Estimated Award Date does not suffice: fill in what applies, leave the rest empty.',
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

function checklistFields(msc: Msc, direction: Direction, given: Given, policy: Policy): Field[] {
  const conditions = { techBlocked: isOn(given, 'techBlocked'), siteIssue: isOn(given, 'siteIssue') };
  return checklistOf(msc, direction, conditions, policy).map((item) =>
    longText(given, `item.${item.key}`, item.label, {
      // The latest note is known by its date, which stands among the conditions; words beside it are welcome.
      required: item.input === 'finding',
      hint: item.input === 'finding' ? item.meets : 'What the latest note says, if there is one.',
      maxLength: item.key === CENTER_ITEM ? TEXT_LIMITS.name : TEXT_LIMITS.finding,
    }),
  );
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
