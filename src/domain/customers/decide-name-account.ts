import type { Case } from '../cases/case';
import { TypedForm, type Typed } from '../kernel/text/typed-form';
import { TEXT_LIMITS } from '../kernel/text/typed-text';
import type { Person } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { no, ok, refusal, type Result } from '../kernel/refusal';
import type { DomainContext } from '../kernel/domain-context';
import { projectAccount, type CustomerAccount, type CustomerAct } from './account-record';
import { mayCorrect } from './may-correct';

/**
 * Names an account, or corrects its name, by a new entry with why (rules AC-1, RE-1). Fields: `name`, `why`. Its code
 * is what it is: a case of another account is another account's. `openCases` are those of the account: by them it is
 * decided who may.
 */
export function decideNameAccount(
  known: CustomerAccount,
  typed: Typed,
  by: Person,
  act: CustomerAct,
  openCases: readonly Case[],
  context: DomainContext,
): Result<CustomerAccount> {
  const may = mayCorrect('account', by, openCases, context.directory);
  if (!may.ok) return may;
  if (roomOf(known.timeline, SMALL_RECORD_SIZE) === 'none')
    return no(refusal('record-full', { what: 'this account' }));
  const form = new TypedForm(typed);
  if (form.raw('name') === '') form.fault('name', 'Enter the name of the organization.');
  const to = form.line('name', 'The name', TEXT_LIMITS.name);
  const missing = 'Explain why: what the customer said, or where you found the name.';
  const why = form.requiredText('why', 'Why', missing);
  if (to !== undefined && to === known.name)
    form.fault('name', `It's already recorded as ${to}. Enter the right name.`);
  const read = form.complete({ to, why });
  if (!read.ok) return read;
  const entry = {
    ...act,
    ...read.value,
    kind: 'named',
    ...(known.name === undefined ? {} : { from: known.name }),
  } as const;
  return ok(projectAccount(known.account, [...known.timeline, entry]));
}
