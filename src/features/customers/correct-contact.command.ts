import type { Form } from '../../cards/shared/card-value';
import { actorName } from '../../cards/shared/names';
import { propagateCorrections } from '../../commands/cases/propagate-corrections';
import { readCaseNumber } from '../../commands/cases/case-number';
import { caseReply, doneReply, repeatedText } from '../../commands/cases/case-reply';
import { refuse, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { untilSaved } from '../../runtime/until-saved';
import { seenIn, withSeen } from '../../commands/forms/seen';
import { backToCase, longText, sendButton, text, oneSection, type Given } from '../../commands/forms/fields';
import { sentCaseInput, type CaseInput } from '../../commands/forms/inputs';
import { openCasesOfContact } from '../../commands/customers/open-cases';
import { whichCase } from '../../commands/cases/which-case';
import type { Case } from '../../domain/cases/case';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { decideCorrectContact } from '../../domain/customers/decide-correct-contact';
import type { CustomerContact } from '../../domain/customers/contact-record';
import { CORRECTIONS, correctsWithoutCase, mayCorrect } from '../../domain/customers/may-correct';
import { sizeWarning } from '../../domain/kernel/record-size';
import { faulty, refusal, type Refusal } from '../../domain/kernel/refusal';
import type { SavedContact } from '../../ports/customers';

const VERB = 'customers.correct-contact';
const TITLE = CORRECTIONS.contact;
// Two people rarely correct the same contact at once.

/** The record of a case's contact; one of a case from before there were records is made now. */
const recordOf = (
  { details, openedAt, openedBy, timeline }: Case,
  { customers }: CommandContext,
): Promise<SavedContact> =>
  customers.record(details.account, details.contact, {
    by: openedBy,
    at: openedAt,
    cause: timeline[0]?.cause ?? '',
  });

/**
 * The open cases by which the person may correct the contact of `at`. The others are not looked for where they may without
 * them: an account can have hundreds.
 */
async function openCasesFor(
  at: Case,
  known: CustomerContact,
  context: CommandContext,
): Promise<readonly Case[]> {
  const { actor, directory } = context;
  if (correctsWithoutCase(actor, directory)) return [];
  const isEnough = at.state !== 'closed' && mayCorrect('contact', actor, [at], directory).ok;
  return isEnough ? [at] : openCasesOfContact(known, context);
}

/** Corrects the contact of a case on their record, by a new entry, and on all their open cases (rules AC-1, RE-1). */
export const correctContactCommand: Command<CaseInput> = {
  verb: VERB,
  title: TITLE,
  area: 'Cases',
  typed: {
    words: ['correct contact'],
    usage: 'correct contact CS0000001',
    summary: "Corrects the name, email, or phone of a case's contact on all their open cases, with a reason.",
    example: 'correct contact CS0000012',
    read: (rest) => ({ case: rest }),
  },
  schema: sentCaseInput,
  form: async (given, context, reopening = false) => {
    const number = readCaseNumber(given['case'] ?? '');
    if (number === undefined) return whichCase(VERB, TITLE, given, context);
    const read = await context.cases.get(number);
    if (read === undefined) return refusal('no-such-case', { number });
    const known = (await recordOf(read.state, context)).contact;
    if (!reopening) {
      const openCases = await openCasesFor(read.state, known, context);
      const may = mayCorrect('contact', context.actor, openCases, context.directory);
      if (!may.ok) return may.refusal;
    }
    const { contact } = known;
    const standing = {
      contactName: contact.name,
      contactEmail: contact.email ?? '',
      contactPhone: contact.phone ?? '',
      ...given,
    };
    const form: Form = {
      title: `Correct the contact of ${number}`,
      intro:
        'Change what is wrong. The old data stays in the history. Messages on all their open cases go to the corrected address.',
      sections: oneSection(
        text(standing, 'contactName', 'Contact name', { required: true, maxLength: TEXT_LIMITS.name }),
        text(standing, 'contactEmail', 'Contact email', {
          hint: 'Enter an email address or a phone number.',
        }),
        text(standing, 'contactPhone', 'Contact phone'),
        longText(standing, 'why', 'Why', {
          required: true,
          hint: 'What the customer said, or where you found it.',
        }),
      ),
      submit: sendButton(TITLE, VERB, { case: number }),
      others: [backToCase(number)],
    };
    return withSeen(form, given, known.timeline.length);
  },
  run: async ({ case: number, ...typed }, context) => {
    const { actor, cause, now: at, customers } = context;
    const read = await context.cases.get(number);
    if (read === undefined) return refuse(refusal('no-such-case', { number }));
    return untilSaved<Outcome>(number, async () => {
      const { contact: known, version } = await recordOf(read.state, context);
      if (known.timeline.some((entry) => entry.kind === 'corrected' && entry.cause === cause))
        return correctedBefore(number, known, context);
      const stale = correctedMeanwhile(known, typed, read.state, context);
      if (stale !== undefined) return refuse(stale);
      const openCases = await openCasesFor(read.state, known, context);
      const act = { by: actor.id, at, cause };
      const decided = decideCorrectContact(known, typed, actor, act, openCases, context);
      if (!decided.ok) return refuse(decided.refusal);
      const saved = await customers.saveContact(version, decided.value);
      if (saved === 'taken') return refuse(taken(typed));
      return saved === 'saved' ? corrected(number, decided.value, context) : 'conflict';
    });
  },
};

/** Someone else corrected the contact after the form was opened: what it shows may be wrong. */
function correctedMeanwhile(
  { timeline }: CustomerContact,
  typed: Given,
  { group }: Case,
  context: CommandContext,
): Refusal | undefined {
  const seen = seenIn(typed) ?? timeline.length;
  const missed = timeline.slice(seen).findLast(({ by }) => by !== context.actor.id);
  if (missed === undefined) return undefined;
  return refusal('changed-since', {
    number: 'The contact',
    who: actorName(missed.by, context),
    what: 'corrected it',
    at: instantIn(context.calendars.ofGroup(group).zone, missed.at),
    action: TITLE,
  });
}

const taken = (typed: Readonly<Record<string, string>>) => {
  const field = (typed['contactEmail'] ?? '').trim() === '' ? 'contactPhone' : 'contactEmail';
  const message =
    "Another contact of this account already has it. If they're the same person, create new cases for that contact.";
  return faulty([{ field, message }]);
};

async function corrected(number: string, known: CustomerContact, context: CommandContext) {
  const { length } = await propagateCorrections(known, context);
  const read = await context.cases.get(number);
  if (read === undefined) return refuse(refusal('no-such-case', { number }));
  return caseReply(read.state, context.actor.id, correctedText(length, known));
}

/** The same form sent again: the first reply, and whether the contact or the case changed since then (rule CA-11). */
async function correctedBefore(number: string, known: CustomerContact, context: CommandContext) {
  const { actor, calendars, cause } = context;
  await propagateCorrections(known, context);
  const read = await context.cases.get(number);
  if (read === undefined) return refuse(refusal('no-such-case', { number }));
  const open = await openCasesOfContact(known, context);
  const shows = open.filter(({ timeline }) => timeline.some((entry) => entry.cause === cause));
  const first = correctedText(shows.length, known);
  const corrections = known.timeline.filter(({ kind }) => kind === 'corrected');
  const done = corrections.find((entry) => entry.cause === cause);
  if (done === undefined || done === corrections.at(-1)) return doneReply(read.state, () => first, context);
  const when = instantIn(calendars.ofGroup(read.state.group).zone, done.at);
  return caseReply(read.state, actor.id, repeatedText(when, first, 'The contact'), 'plain');
}

function correctedText(count: number, known: CustomerContact): string {
  const cases = count === 1 ? '1 open case shows' : `${count} open cases show`;
  const warning = sizeWarning(known.timeline);
  return `The contact was corrected. ${cases} it.${warning === undefined ? '' : ` ${warning}`}`;
}
