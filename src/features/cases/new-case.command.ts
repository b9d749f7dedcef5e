import type { Form } from '../../cards/shared/card-value';
import { doneReply } from '../../commands/cases/case-reply';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { sentInput } from '../../commands/forms/inputs';
import { insertCase, prAlreadyOpen, similarTo } from '../../commands/cases/insert-case';
import { whereOf } from '../../commands/where-of';
import { linkCases } from '../../commands/cases/link-cases';
import type { Case } from '../../domain/cases/case';
import { decideOpen } from '../../domain/cases/decisions/decide-open';
import type { Contact } from '../../domain/cases/details/details';
import type { CaseEvent } from '../../domain/cases/timeline';
import { faulty, type FieldFault, type Refusal } from '../../domain/kernel/refusal';
import {
  faultOfChosen,
  knownContacts,
  offeredContacts,
  readNewCase,
  recordedOtherwise,
  withChosen,
  withOnly,
} from './new-case-customer';
import { newCaseForm } from './new-case-form';

type NewCase = Readonly<Record<string, string>>;
type Opened = Extract<CaseEvent, { kind: 'opened' }>;

/** Creates a case: validates everything at once, and shows similar cases first (rules AC-1, CA-1 to CA-5). */
export const newCaseCommand: Command<NewCase> = {
  verb: 'case.new',
  title: 'New case',
  area: 'Cases',
  typed: {
    words: [
      'open a new case',
      'create a new case',
      'create new case',
      'create case',
      'open a case',
      'new case',
    ],
    usage: 'new case [DoDAAC or email]',
    summary: 'Opens the form for a new case.',
    example: 'new case W25G1U',
    hint: 'Enter a DoDAAC, name, or email in Known customer to fill in the customer from the record.',
    freeText: 'description',
    read: readNewCase,
  },
  schema: sentInput,
  form: async (given, context, reopening = false) => {
    const decided = decideOpen(given, context.actor, context);
    const isBarred = !reopening && !decided.ok && decided.refusal.faults.length === 0;
    if (isBarred) return decided.refusal;
    const chosen = await withChosen(given, context);
    const opening = reopening ? chosen : withOnly(chosen, await knownContacts(chosen, context));
    return formFor(opening, context);
  },
  run: async (sent, context) => {
    // The form was sent twice: this is the case that it created, whatever happened to it since.
    const made = await context.cases.ofCause(context.cause);
    if (made !== undefined) return created(made.state, sent, context);
    const input = await withChosen(sent, context);
    const acknowledged = (input['acknowledged'] ?? '').split(',').filter((number) => number !== '');
    const decided = decideOpen({ ...input, linkedTo: acknowledged.join(',') }, context.actor, context);
    const faults = await faultOfChosen(sent, context);
    if (!decided.ok) return refuse(withFirst(faults, decided.refusal));
    if (faults.length > 0) return refuse(faulty(faults));
    const [opened] = decided.value;
    if (opened?.kind !== 'opened')
      throw new Error("The timeline of a new case doesn't begin with its creation");
    const alike = await similarTo(opened.details, context.cases);
    // If another open case has its PR, it can't be created anyway (rule ES-6), so this comes first.
    const { pr } = opened.details;
    const holder = pr === undefined ? undefined : alike.find(({ details }) => details.pr === pr);
    if (holder !== undefined) return refuse(prAlreadyOpen(pr ?? '', holder.number));
    const unseen = alike.some(({ number }) => !acknowledged.includes(number)) ? alike : [];
    const recorded = await recordedOtherwise(opened.details, input, context);
    const isAsked = recorded !== undefined && !['known', 'typed'].includes(input['contactAs'] ?? '');
    if (unseen.length > 0 || isAsked)
      return reply({ card: 'form', form: await formFor(input, context, unseen, recorded) });
    const takesRecorded = recorded !== undefined && input['contactAs'] === 'known';
    return insert(takesRecorded ? withContact(opened, recorded) : opened, input, context);
  },
};

/** The form with the contacts to choose from, and the question which data to use if they differ. */
async function formFor(
  given: NewCase,
  context: CommandContext,
  similar: readonly Case[] = [],
  recorded?: Contact,
): Promise<Form> {
  const known = await offeredContacts(given, context);
  return newCaseForm(given, context, { known, similar, recorded });
}

/** Puts the faults of the chosen customer before the others; a refusal that isn't about fields stays as it is. */
const withFirst = (faults: readonly FieldFault[], refused: Refusal): Refusal =>
  refused.code === 'faulty-fields' ? faulty([...faults, ...refused.faults]) : refused;

const withContact = (opened: Opened, contact: Contact): Opened => ({
  ...opened,
  details: { ...opened.details, contact },
});

async function insert(opened: Opened, input: NewCase, context: CommandContext): Promise<Outcome> {
  const { now: at, cause, customers, cases } = context;
  const by = context.actor.id;
  const where = whereOf(context.place, context.directory);
  // Rule AC-1: the customer first. If creating the case then fails, a customer without a case does no harm.
  await customers.record(opened.details.account, opened.details.contact, { by, at, cause });
  const inserted = await insertCase([opened], { by, cause, where }, context, cases);
  if (inserted.kind === 'pr-already-open') return refuse(prAlreadyOpen(inserted.pr, inserted.holder));
  if (inserted.kind === 'made') context.saved?.(inserted.case.number);
  return created(inserted.case, input, context);
}

/** The new case, linked to the cases that were shown if the person said that they are related. */
async function created(made: Case, input: NewCase, context: CommandContext): Promise<Outcome> {
  const [first] = made.timeline;
  const seen = first?.kind === 'opened' && input['link'] === 'true' ? (first.linkedTo ?? []) : [];
  const why = 'Looked similar when the case was created.';
  let shown = made;
  for (const other of seen) {
    const linked = await linkCases(context, made.number, other, why);
    if (linked.ok) shown = linked.value;
  }
  return doneReply(shown, createdText, context);
}

const createdText = ({ number, links }: Case): string =>
  `${number} was created.${links.length === 0 ? '' : ` It is linked to ${links.join(', ')}.`}`;
