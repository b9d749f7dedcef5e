import type { Field, Form } from '../../cards/shared/card-value';
import { caseRows } from '../../commands/cases/case-rows';
import type { CommandContext } from '../../commands/command';
import {
  cancel,
  choice,
  choicesOf,
  groupChoices,
  longText,
  radio,
  sendButton,
  text,
  toggle,
} from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { groupsThatOpen, mscsToOpen } from '../../domain/cases/decisions/decide-open';
import { CUSTOMER_CHANNELS, type Contact } from '../../domain/cases/details/details';
import type { Case } from '../../domain/cases/case';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import type { CustomerContact } from '../../domain/customers/contact-record';
import { MSC_NAMES } from '../../domain/directory/directory';
import { knownField, whichDataField } from './new-case-customer';

const TITLE = 'Create case';
// More wouldn't fit beside long texts.
const SHOWN = 5;

const lookAlike = (count: number): string =>
  `${count === 1 ? 'An open case looks' : `${count} open cases look`} like this one. Use it, or create this one anyway.`;

/** What the form of a new case shows beside what was given. */
interface Beside {
  /** Customers to choose from before anything is typed. */
  readonly known?: readonly CustomerContact[];
  /** The contact as recorded, if other data were entered. */
  readonly recorded?: Contact | undefined;
  /** Shown in the form; the button then creates the case anyway (CA-3). */
  readonly similar?: readonly Case[];
}

/** The form of a new case, which begins with the customer. */
export function newCaseForm(given: Given, context: CommandContext, beside: Beside = {}): Form {
  const { similar = [] } = beside;
  const seen = similar.map(({ number }) => number).join(',');
  const acknowledged = seen === '' ? (given['acknowledged'] ?? '') : seen;
  return {
    title: 'New case',
    intro: 'What the customer needs, and how to reach them.',
    sections: [
      { title: 'Customer', fields: customerFields(given, beside) },
      { title: 'Item', fields: itemFields(given, context) },
      { title: 'Request', fields: requestFields(given, context) },
      ...(acknowledged === '' ? [] : [{ title: 'Similar cases', fields: [linkField(given)] }]),
    ],
    // Rule CA-4: the customer is advised of these before a case is made.
    selfHelp: context.policies.at(context.now).selfHelp,
    ...refusedFor(beside),
    ...(similar.length === 0 ? {} : { similar: caseRows(similar.slice(0, SHOWN), context) }),
    submit:
      acknowledged === ''
        ? sendButton(TITLE, 'case.new')
        : sendButton('Create anyway', 'case.new', { acknowledged }),
    others: [cancel],
  };
}

/** Why the case was not created yet: what has to be read or answered first. */
function refusedFor({ similar = [], recorded }: Beside): Pick<Form, 'refused'> {
  const otherData =
    "This contact's record has different details. Choose below which ones the case should use.";
  const why = [
    ...(similar.length === 0 ? [] : [lookAlike(similar.length)]),
    ...(recorded === undefined ? [] : [otherData]),
  ];
  return why.length === 0 ? {} : { refused: why.join('\n') };
}

const linkField = (given: Given): Field =>
  toggle(given, 'link', 'Are they related?', {
    hint: 'Link the new case to the cases shown. Both cases show the link.',
  });

const customerFields = (given: Given, { known = [], recorded }: Beside): Field[] => [
  knownField(given, known),
  // The client requires neither account nor name: a known customer can be chosen instead.
  text(given, 'account', 'Account', {
    placeholder: 'W25G1U',
    hint: 'DoDAAC (6 letters or digits), CAGE (5), or UEI (12).',
  }),
  ...(recorded === undefined ? [] : [whichDataField(given, recorded)]),
  text(given, 'contactName', 'Contact name', { maxLength: TEXT_LIMITS.name }),
  text(given, 'contactEmail', 'Contact email', {
    hint: 'Enter an email address or a phone number.',
  }),
  text(given, 'contactPhone', 'Contact phone'),
  choice(given, 'customerChannel', 'How the customer contacted us', {
    required: true,
    choices: choicesOf(CUSTOMER_CHANNELS),
    otherwise: 'telephone',
  }),
  radio(given, 'externalContact', 'Is the customer waiting for an answer?', {
    required: true,
    choices: choicesOf({ true: 'Yes', false: 'No' }),
    otherwise: 'true',
  }),
];

function itemFields(given: Given, context: CommandContext): Field[] {
  const msc = groupsThatOpen(context.actor, context).find((group) => group.msc !== 'enterprise')?.msc;
  return [
    choice(given, 'msc', 'MSC', {
      required: true,
      choices: mscsToOpen(context.actor, context).map((value) => ({ title: MSC_NAMES[value], value })),
      ...(msc === undefined ? {} : { otherwise: msc }),
    }),
    text(given, 'ipd', 'IPD', { placeholder: '01 to 15', hint: 'Sets the priority.' }),
    choice(given, 'priority', 'Priority', {
      choices: choicesOf(PRIORITY_NAMES),
      hint: 'Only for a case without an IPD. Otherwise, the IPD sets the priority.',
    }),
    text(given, 'nsn', 'NSN', { placeholder: '5331-00-618-5361' }),
    text(given, 'pr', 'PR number', { hint: 'One case, one PR.' }),
    text(given, 'requisition', 'Requisition number', { placeholder: 'W25G1U63210001' }),
  ];
}

function requestFields(given: Given, context: CommandContext): Field[] {
  const groups = groupsThatOpen(context.actor, context);
  const maxLength = TEXT_LIMITS.description;
  return [
    choice(given, 'reason', 'Reason', {
      required: true,
      choices: choicesOf(context.policies.at(context.now).reasons),
    }),
    longText(given, 'description', 'Description', {
      required: true,
      maxLength,
      hint: 'What the customer asked for, in their words.',
    }),
    longText(given, 'problemNotes', 'Problem notes', {
      required: groups.every(({ level }) => level === 2),
      maxLength,
      hint: 'The problem as you see it. Required at Level 2.',
    }),
    ...(groups.length < 2
      ? []
      : [
          choice(given, 'group', 'Assignment group', {
            choices: groupChoices(groups),
            hint: "The group you're creating it for.",
            // Rule AC-3: the primary group comes first, and is used unless another is chosen.
            ...(groups[0]?.key === context.actor.primary ? { otherwise: groups[0]?.key ?? '' } : {}),
          }),
        ]),
  ];
}
