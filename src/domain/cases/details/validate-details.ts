import { readNumber } from '../../kernel/text/document-number';
import { MSC_NAMES, type Level } from '../../directory/directory';
import type { Policy } from '../../policy/policy';
import { ok, type Result } from '../../kernel/refusal';
import { readAccount } from './account';
import { readEmail, readPhone } from './contact';
import { CUSTOMER_CHANNELS, type CaseDetails, type Contact } from './details';
import { readIpd } from './ipd';
import { readNsn } from './nsn';
import { readRequisition } from './requisition';
import { TypedForm, type Typed } from '../../kernel/text/typed-form';
import { readLine, TEXT_LIMITS } from '../../kernel/text/typed-text';

/** The priorities as an agent states them. */
export const PRIORITY_NAMES = { emergency: 'Emergency', high: 'High', medium: 'Medium', low: 'Low' } as const;
const YES_OR_NO = { true: 'yes', false: 'no' } as const;

/**
 * Reads what was captured of the customer and the request, for a case that is created at `level`.
 * Every fault is named at its field, all at once (rules AC-1, CA-2, CA-5, CA-8, CA-9, ES-5).
 */
export function validateDetails(typed: Typed, policy: Policy, level: Level): Result<CaseDetails> {
  const form = new TypedForm(typed);
  const account = form.required(
    'account',
    'Account is missing. Enter a DoDAAC (6 letters or digits), CAGE (5), or UEI (12).',
    readAccount,
  );
  const contact = readContact(form);
  const customerChannel = form.requiredChoice(
    'customerChannel',
    'How the customer contacted us',
    CUSTOMER_CHANNELS,
  );
  const externalContact = form.requiredChoice(
    'externalContact',
    'Whether the customer is waiting for an answer',
    YES_OR_NO,
  );
  const msc = form.requiredChoice('msc', 'MSC', MSC_NAMES);
  const ipd = form.optional('ipd', readIpd);
  const statedPriority = form.choice('priority', 'Priority', PRIORITY_NAMES);
  if (form.raw('ipd') === '' && form.raw('priority') === '') {
    form.fault('priority', 'Enter the IPD (01 to 15), or choose the priority: Emergency, High, Medium, Low.');
  }
  const nsn = form.optional('nsn', readNsn);
  const pr = form.optional('pr', readNumber('PR', policy.numbers.pr));
  const requisition = form.optional('requisition', readRequisition);
  const reason = form.requiredChoice('reason', 'Reason', policy.reasons);
  const description = form.requiredWords(
    'description',
    'Description',
    'Description is missing. Enter what the customer is asking for.',
    TEXT_LIMITS.description,
  );
  const problemNotes = readProblemNotes(form, level);
  const read = form.complete({ account, customerChannel, externalContact, msc, reason, description });
  if (!read.ok) return read;
  return ok({
    ...read.value,
    contact,
    externalContact: externalContact === 'true',
    ...(ipd === undefined ? {} : { ipd }),
    // With an IPD the priority follows from it, level by level; a stated one would contradict it (rule CA-5).
    ...(ipd === undefined && statedPriority !== undefined ? { statedPriority } : {}),
    ...(nsn === undefined ? {} : { nsn }),
    ...(pr === undefined ? {} : { pr }),
    ...(requisition === undefined ? {} : { requisition }),
    problemNotes,
  });
}

/** Reads the customer's person: a name, and an email or a phone number (rule AC-1). Faults stand in the form. */
export function readContact(form: TypedForm): Contact {
  const name = form.required(
    'contactName',
    "Contact name is missing. Enter the name of the customer's contact.",
    (typed) => readLine('Contact name', typed, TEXT_LIMITS.name),
  );
  const email = form.optional('contactEmail', readEmail);
  const phone = form.optional('contactPhone', readPhone);
  if (form.raw('contactEmail') === '' && form.raw('contactPhone') === '') {
    form.fault(
      'contactEmail',
      'Enter an email address or phone number, so that the customer can be reached.',
    );
  }
  return {
    name: name ?? '',
    ...(email === undefined ? {} : { email }),
    ...(phone === undefined ? {} : { phone }),
  };
}

/** Level 2 gives the problem in the problem notes (rule CA-2); Level 1 may leave it to the description. */
function readProblemNotes(form: TypedForm, level: Level): string {
  const [label, max] = ['Problem notes', TEXT_LIMITS.description];
  if (level === 1) return form.text('problemNotes', label, max) ?? '';
  return (
    form.requiredText(
      'problemNotes',
      label,
      'Problem notes are missing. For a case created at Level 2, state the problem in them.',
      max,
    ) ?? ''
  );
}
