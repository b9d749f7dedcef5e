import type { CardValue } from '../../cards/shared/card-value';
import { caseRows } from '../../commands/cases/case-rows';
import type { CommandContext } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';
import { shorten } from '../../commands/shorten';
import type { Case } from '../../domain/cases/case';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { contactText, saysOtherwise, type CustomerContact } from '../../domain/customers/contact-record';
import type { CustomerAccount } from '../../domain/customers/account-record';
import { unlessUnreadable } from '../../ports/unreadable-record';

// Only the latest; the record has all.
const CORRECTIONS_SHOWN = 3;

/** The customer of a case: account, contact, what was corrected, and the account's other cases, the open ones first. */
export async function customerOfCase(current: Case, context: CommandContext): Promise<CardValue> {
  const { number, details } = current;
  const { account, contact } = details;
  const [savedAccount, savedContact, found] = await Promise.all([
    // The case's own account and contact are shown if a record can't be read.
    unlessUnreadable(context.customers.account(account)),
    unlessUnreadable(context.customers.contactLike(account, contact)),
    // One for the case itself, and one to know whether there are more.
    context.cases.ofAccount(account.code, ROWS_SHOWN + 2),
  ]);
  const name = savedAccount?.account.name;
  const known = savedContact?.contact;
  const others = found.filter((one) => one.number !== number);
  const intro = [
    `Account: ${account.kind} ${account.code}${name === undefined ? '' : ` · ${name}`}`,
    `Contact: ${contactText(contact)}`,
    ...(known !== undefined && saysOtherwise(contact, known.contact)
      ? [`On record: ${contactText(known.contact)}`]
      : []),
    ...corrections(savedAccount?.account, known, current, context),
    others.length === 0 ? '' : 'Other cases, open ones first, then newest first:',
  ];
  return {
    card: 'list',
    title: `Customer of ${number}`,
    intro: intro.filter((line) => line !== '').join('\n'),
    rows: caseRows(others.slice(0, ROWS_SHOWN), context),
    empty: 'This account has no other cases.',
    ...moreThan(others.length, `To find more, type \`find ${account.code}\` and some words.`),
    buttons: [
      button(
        'New case',
        'case.new',
        known === undefined ? { account: account.code } : { customer: known.id },
      ),
      button('Link case', 'case.link', { case: number }),
      button('Correct contact', 'customers.correct-contact', { case: number }),
      button('Correct account', 'customers.correct-account', { account: account.code }),
      button('Back', 'case.show', { case: number }),
    ],
  };
}

/** The corrections, latest first: what, who, when, and why. */
function corrections(
  account: CustomerAccount | undefined,
  contact: CustomerContact | undefined,
  current: Case,
  { calendars, directory }: CommandContext,
): readonly string[] {
  const { zone } = calendars.ofGroup(current.group);
  const all = [
    ...(account?.timeline ?? []).flatMap((entry) =>
      entry.kind === 'named'
        ? [{ ...entry, what: `Account named: ${entry.from ?? '(no name)'} → ${entry.to}` }]
        : [],
    ),
    ...(contact?.timeline ?? []).flatMap((entry) =>
      entry.kind === 'corrected'
        ? [{ ...entry, what: `Contact corrected: ${contactText(entry.from)} → ${contactText(entry.to)}` }]
        : [],
    ),
  ].sort((one, other) => other.at - one.at);
  return all.slice(0, CORRECTIONS_SHOWN).map(({ what, why, by, at }) => {
    const who = directory.person(by)?.name ?? by;
    return shorten(`${instantIn(zone, at)}, ${who}. ${what}. Why: ${why}`, 400);
  });
}
