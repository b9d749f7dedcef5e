import { z } from 'zod/v4';
import { readCaseNumber } from '../../commands/cases/case-number';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { untilSaved } from '../../runtime/until-saved';
import { openCasesOfAccount } from '../../commands/customers/open-cases';
import { longText, oneSection, sendOrCancel, text } from '../../commands/forms/fields';
import { readAccount } from '../../domain/cases/details/account';
import type { Case } from '../../domain/cases/case';
import type { Account } from '../../domain/cases/details/details';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import type { CustomerAccount } from '../../domain/customers/account-record';
import { decideNameAccount } from '../../domain/customers/decide-name-account';
import { CORRECTIONS, correctsWithoutCase, mayCorrect } from '../../domain/customers/may-correct';
import { siteCalendar } from '../../domain/metrics/month-close';
import { sizeWarning } from '../../domain/kernel/record-size';
import { faulty, no, ok, type Result } from '../../domain/kernel/refusal';
import type { SavedAccount } from '../../ports/customers';
import { customerList } from './customer-list';

const VERB = 'customers.correct-account';
const TITLE = CORRECTIONS.account;

type Input = Readonly<Record<string, string>>;

/** The recorded account, found by its code or by one of its cases. */
async function meant(typed: string, { cases, customers }: CommandContext): Promise<Result<SavedAccount>> {
  const account = readAccount(typed);
  const known = account.ok ? await customers.account(account.value) : undefined;
  if (known !== undefined) return ok(known);
  const number = readCaseNumber(typed);
  const found = number === undefined ? undefined : (await cases.get(number))?.state;
  if (found === undefined) return no(unknown(typed, account.ok ? account.value : undefined));
  const { openedAt: at, openedBy: by, timeline, details } = found;
  // The record of a case from before there were records is created now.
  await customers.record(details.account, details.contact, { by, at, cause: timeline[0]?.cause ?? '' });
  const recorded = await customers.account(details.account);
  return recorded === undefined ? no(unknown(typed, details.account)) : ok(recorded);
}

const unknown = (typed: string, account: Account | undefined) => {
  const message =
    account === undefined
      ? `“${typed.slice(0, 40)}” isn't a valid account. Enter a DoDAAC, CAGE, or UEI, or the number of one of its cases.`
      : `${account.kind} ${account.code} isn't on record yet. Its first case adds it.`;
  return faulty([{ field: 'account', message }]);
};

/** The open cases that let the person correct the account; not searched if they don't need one. */
const openCasesFor = async (
  { account }: CustomerAccount,
  { actor, directory, cases }: CommandContext,
): Promise<readonly Case[]> =>
  correctsWithoutCase(actor, directory) ? [] : openCasesOfAccount(account, cases);

/** Names an account or corrects its name, with a new entry that says why (rules AC-1, RE-1). */
export const correctAccountCommand: Command<Input> = {
  verb: VERB,
  title: TITLE,
  area: 'Cases',
  typed: {
    words: ['correct account', 'name account'],
    usage: 'correct account <DoDAAC, CAGE, or UEI>',
    summary: "Names a customer's account or corrects its name, with a reason.",
    example: 'correct account W25G1U',
    read: (rest): Record<string, string> => (rest === '' ? {} : { account: rest }),
  },
  schema: z.object({ submitted: z.literal('yes', { error: '' }) }).catchall(z.string()),
  form: async (given, context, reopening = false) => {
    const typed = given['account'] ?? '';
    const known = typed === '' ? undefined : await meant(typed, context);
    const standing = known?.ok === true ? known.value.account : undefined;
    // If the account isn't known yet, permission is checked when the form is sent.
    if (standing !== undefined && !reopening) {
      const openCases = await openCasesFor(standing, context);
      const may = mayCorrect('account', context.actor, openCases, context.directory);
      if (!may.ok) return may.refusal;
    }
    return {
      title:
        standing === undefined
          ? 'Correct an account'
          : `Correct ${standing.account.kind} ${standing.account.code}`,
      intro: "The code doesn't change. The old name stays in the history.",
      sections: oneSection(
        text({ ...given, ...codeOf(standing) }, 'account', 'Account', {
          required: true,
          hint: 'DoDAAC, CAGE, or UEI.',
          ...(known?.ok === false ? { fault: known.refusal.faults[0]?.message ?? '' } : {}),
        }),
        text({ name: standing?.name ?? '', ...given }, 'name', 'Name', {
          required: true,
          maxLength: TEXT_LIMITS.name,
          placeholder: '10th Sustainment Brigade',
        }),
        longText(given, 'why', 'Why', {
          required: true,
          hint: 'What the customer said, or where you found the name.',
        }),
      ),
      ...sendOrCancel(TITLE, VERB),
    };
  },
  run: async (input, context) => {
    const { actor, cause, now: at, customers } = context;
    return untilSaved<Outcome>(input['account'] ?? '', async () => {
      const known = await meant(input['account'] ?? '', context);
      if (!known.ok) return refuse(known.refusal);
      const { account, version } = known.value;
      if (account.timeline.some((entry) => entry.kind === 'named' && entry.cause === cause))
        return named(account, context);
      const openCases = await openCasesFor(account, context);
      const act = { by: actor.id, at, cause };
      const decided = decideNameAccount(account, input, actor, act, openCases, context);
      if (!decided.ok) return refuse(decided.refusal);
      const saved = await customers.saveAccount(version, decided.value);
      return saved ? named(decided.value, context) : 'conflict';
    });
  },
};

const codeOf = (standing: CustomerAccount | undefined) =>
  standing === undefined ? {} : { account: standing.account.code };

/** What this act recorded; a second press gets the same reply, whatever was recorded since then (rule CA-11). */
async function named({ account, name = '', timeline }: CustomerAccount, context: CommandContext) {
  const { calendars, cause } = context;
  const done = timeline.findLast((entry) => entry.kind === 'named' && entry.cause === cause);
  const mine = done?.kind === 'named' ? done.to : name;
  const since =
    done === undefined || done === timeline.findLast(({ kind }) => kind === 'named')
      ? undefined
      : `You recorded ${mine} on ${instantIn(siteCalendar(calendars).zone, done.at)}. The name has changed since then.`;
  const card = await customerList(account.code, context);
  if (card.card !== 'list') return reply(card);
  return reply({
    ...card,
    title: `${since === undefined ? '✓ ' : ''}${account.kind} ${account.code} is recorded as ${name}`,
    intro: [
      since ?? [],
      sizeWarning(timeline) ?? [],
      'The history keeps the old name. Press New case in a row to start a case:',
    ]
      .flat()
      .join('\n'),
    buttons: [],
  });
}
