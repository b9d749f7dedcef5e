import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { Field, Form } from '../../../src/cards/shared/card-value';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';
import { ROWS } from './plain.examples';

const field = (
  id: string,
  label: string,
  kind: Field['kind'],
  more: Partial<Omit<Field, 'id' | 'label' | 'kind'>> = {},
): Field => ({ id, label, kind, required: false, value: '', ...more });

const REASONS = Object.entries(DEFAULT_POLICY.reasons).map(([value, title]) => ({ title, value }));

const NEW_CASE: Form = {
  title: 'New case',
  intro: 'Who asks, and for what. Fields with a star are needed.',
  sections: [
    {
      title: 'Customer',
      fields: [
        field('customer', 'Known customer', 'search', {
          placeholder: 'DoDAAC, name, or email',
          hint: 'Fields you leave empty below are filled in from the record. For a new customer, leave this empty.',
          choices: [
            { title: 'FB2823: Pat Customer · pat@example.mil', value: 'DoDAAC:FB2823 pat@example.mil' },
            { title: 'N00189: Lee Conrad · lee@depot.mil', value: 'DoDAAC:N00189 lee@depot.mil' },
          ],
        }),
        field('account', 'Account', 'text', {
          hint: 'DoDAAC (6 letters or digits), CAGE (5), or UEI (12).',
          placeholder: 'FB2823',
          maxLength: 12,
        }),
        field('contactName', 'Contact name', 'text'),
        field('contactEmail', 'Contact email', 'text', {
          hint: 'Enter an email address or a phone number.',
        }),
        field('channel', 'How the customer contacted us', 'choice', {
          required: true,
          placeholder: 'Choose one',
          choices: [
            { title: 'Email', value: 'email' },
            { title: 'Phone', value: 'telephone' },
          ],
        }),
        field('externalContact', 'The customer is waiting for an answer', 'toggle', {
          value: 'yes',
          hint: 'Yes, they are waiting',
        }),
      ],
    },
    {
      title: 'What it is about',
      text: 'With an IPD the priority follows from it; without one, choose it.',
      fields: [
        field('priority', 'Priority', 'radio', {
          choices: [
            { title: 'Emergency', value: 'emergency' },
            { title: 'High', value: 'high' },
            { title: 'Medium', value: 'medium' },
            { title: 'Low', value: 'low' },
          ],
        }),
        field('nsn', 'NSN', 'text', { hint: '13 digits, written 4-2-3-4.', placeholder: '1560-01-234-5678' }),
        field('neededBy', 'Date of need', 'date', { min: '2026-11-18', max: '2036-11-18' }),
        field('reason', 'Reason', 'choice', { required: true, choices: REASONS, placeholder: 'Choose one' }),
        field('description', 'Description', 'long-text', {
          required: true,
          hint: 'What the customer asked for, in their words. It is not changed afterwards.',
          maxLength: 4_000,
        }),
      ],
    },
  ],
  selfHelp: DEFAULT_POLICY.selfHelp,
  submit: { title: 'Create case', verb: 'case.new', data: { submitted: 'yes' } },
  others: [{ title: 'Cancel', verb: 'form.cancel', data: {} }],
};

const FAULTS: Readonly<Record<string, string>> = {
  account: '“FB28” has 4 characters. A DoDAAC has 6 letters or digits, a CAGE 5, a UEI 12.',
  contactEmail: 'Give an e-mail or a telephone number, so that the customer can be answered.',
  nsn: '“1560-01-234” has 9 digits. An NSN has 13, written 4-2-3-4.',
};

const TYPED: Readonly<Record<string, string>> = {
  account: 'FB2823',
  contactName: 'TSgt Dana Whitfield',
  channel: 'email',
  priority: 'high',
  nsn: '1560-01-234-5678',
  neededBy: '2026-12-04',
  reason: 'expedite',
  description:
    'F-15E tail 87-0191 is down for a left-hand bracket assembly.\nCan delivery be brought forward?',
};

const WRONG: Readonly<Record<string, string>> = { account: 'FB28', nsn: '1560-01-234' };

const filled = (
  form: Form,
  typed: Readonly<Record<string, string>>,
  faults: Readonly<Record<string, string>> = {},
): Form => ({
  ...form,
  sections: form.sections.map((section) => ({
    ...section,
    fields: section.fields.map((one) => {
      const fault = faults[one.id];
      return { ...one, value: typed[one.id] ?? one.value, ...(fault === undefined ? {} : { fault }) };
    }),
  })),
});

const REMOVE_MEMBER: Form = {
  title: 'Remove a member of Aviation Customer Operations',
  intro: "They can no longer work the group's cases. The metrics still credit them for what they did.",
  sections: [
    {
      fields: [
        field('person', 'Member', 'choice', {
          required: true,
          value: 'jordan',
          choices: [{ title: 'Jordan Ellis (agent)', value: 'jordan' }],
        }),
        field('cases', 'Their open cases in this group', 'choice', {
          required: true,
          value: 'leave',
          choices: [
            { title: 'Leave them for the gatekeeper', value: 'leave' },
            { title: 'Assign them to Robin Hayes', value: 'robin' },
          ],
        }),
        field('why', 'Reason', 'text', {
          required: true,
          maxLength: 250,
          hint: "One line. It's shown in the group's history.",
        }),
      ],
    },
  ],
  submit: {
    title: 'Remove member',
    verb: 'groups.remove-member',
    data: { group: 'av-l2', submitted: 'yes' },
  },
  others: [{ title: 'Cancel', verb: 'form.cancel', data: {} }],
};

/** An interim response at a site without a mail server, sent back without the confirmation (rule CK-1). */
const OWN_MAIL: Form = {
  title: 'Interim response for CS0000012',
  intro:
    'This site has no mail server. Copy this message, send it to TSgt Dana Whitfield from your own email program, then confirm. Until you confirm, nothing is recorded and the clocks keep running.',
  refused: 'One field needs attention\nNothing was saved. Correct the field marked ⚠.',
  sections: [
    {
      fields: [
        field('mailTo', 'Email address', 'text', { value: 'dana.whitfield@example.mil' }),
        field('mailSubject', 'Subject', 'text', {
          value: "Case CS0000012: we're working on your inquiry",
        }),
        field('text', 'Interim response', 'long-text', {
          required: true,
          value:
            'Dear TSgt Dana Whitfield,\n\nThank you for your inquiry. We registered it as case CS0000012 and are working on it.\nYou will receive a resolution or a status update by Wed 9 Dec 2026.\n\nPlease include case number CS0000012 when you contact us.\n\nRespectfully,\nAviation Customer Operations',
        }),
        field('sentMyself', 'Sent from your own email program', 'toggle', {
          value: 'false',
          hint: 'I sent this message to TSgt Dana Whitfield',
          fault:
            'Not recorded yet. This site has no mail server. Send the message to TSgt Dana Whitfield from your own email program, then check this.',
        }),
      ],
    },
  ],
  submit: { title: 'Record as sent', verb: 'case.interim', data: { case: 'CS0000012', submitted: 'yes' } },
  others: [{ title: 'Back', verb: 'case.show', data: { case: 'CS0000012' } }],
};

/** The form for a new case: empty, with faults, with cases that look the same. */
export const formExamples: readonly Example<'form'>[] = [
  {
    name: 'remove-member',
    context: worldAt(),
    value: { card: 'form', form: REMOVE_MEMBER },
  },
  { name: 'empty', context: worldAt(), value: { card: 'form', form: NEW_CASE } },
  {
    name: 'faults',
    context: worldAt(),
    value: {
      card: 'form',
      form: {
        ...filled(NEW_CASE, { ...TYPED, ...WRONG }, FAULTS),
        refused: '3 fields need attention. Nothing was saved.',
      },
    },
  },
  {
    name: 'similar',
    context: worldAt(),
    value: {
      card: 'form',
      form: {
        ...filled(NEW_CASE, TYPED),
        similar: ROWS.slice(0, 2),
        submit: { title: 'Create anyway', verb: 'case.new', data: { submitted: 'yes', similar: 'seen' } },
        others: [
          { title: 'Check again', verb: 'case.new', data: { submitted: 'yes' } },
          { title: 'Cancel', verb: 'form.cancel', data: {} },
        ],
      },
    },
  },
  { name: 'own-mail', context: worldAt(), value: { card: 'form', form: OWN_MAIL } },
  {
    name: 'short',
    context: worldAt(),
    value: {
      card: 'form',
      form: {
        title: 'Add a note to CS0000012',
        sections: [
          {
            fields: [
              field('text', 'Note', 'long-text', { required: true, placeholder: 'What was done or found' }),
            ],
          },
        ],
        submit: {
          title: 'Add note',
          verb: 'case.note',
          data: { case: 'CS0000012', version: '4', submitted: 'yes' },
        },
        others: [],
      },
    },
  },
];
