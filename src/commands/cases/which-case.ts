import type { Form } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import type { CaseAction } from '../../domain/cases/permissions';
import type { CaseFilter, CaseRepository } from '../../ports/cases';
import type { CommandContext } from '../command';
import { button, cancel, nextButton, text, oneSection, type Given } from '../forms/fields';

// So many cases are offered as buttons; a card takes six with Cancel and the form's own.
const OFFERED = 3;
// Of a person's and of each of their groups' cases so many are looked at: the oldest open ones, the newest closed ones.
const LOOKED_AT = 50;
const MAX_GROUPS = 4;

// A closed case allows nothing else.
const DONE_TO_CLOSED: ReadonlySet<string> = new Set<CaseAction>(['case.reopen', 'case.resend']);

/**
 * Asks which case is meant if a command came without its number; keeps the other inputs. `isPossible` says
 * whether the command can be done now on a case: only those are offered.
 */
export async function whichCase(
  verb: string,
  title: string,
  given: Given,
  context: CommandContext,
  isPossible?: (current: Case) => boolean,
): Promise<Form> {
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'case'));
  const offered = await offeredCases(verb, context, isPossible);
  return {
    title: `${title}: which case?`,
    intro: introOf(offered.length > 0, isPossible !== undefined),
    sections: oneSection(
      text(given, 'case', 'Case number', {
        required: true,
        placeholder: 'CS0000012',
        hint: 'You can leave out the zeros: cs12.',
        maxLength: 20,
      }),
    ),
    submit: nextButton('Continue', verb, rest),
    others: [...offered.map(({ number }) => button(number, verb, { ...rest, case: number })), cancel],
  };
}

function introOf(hasOffers: boolean, isAction: boolean): string {
  if (hasOffers) return 'Enter a case number or pick a case.';
  return isAction
    ? 'None of your cases allows this now. To use another case, enter its number.'
    : 'Enter a case number.';
}

/** The person's own open cases; those on which it can be done, and then those of their groups, where that is asked. */
async function offeredCases(
  verb: string,
  { actor, cases, directory }: CommandContext,
  isPossible?: (current: Case) => boolean,
): Promise<readonly Case[]> {
  if (isPossible === undefined) return cases.list({ open: true, assignee: actor.id }, OFFERED);
  const groups = directory.groupsOf(actor.id).slice(0, MAX_GROUPS);
  const holders = [{ assignee: actor.id }, ...groups.map(({ key }) => ({ group: key }))];
  const offered = new Map<string, Case>();
  const offer = (found: readonly Case[]): void => {
    for (const each of found) if (offered.size < OFFERED && isPossible(each)) offered.set(each.number, each);
  };
  for (const holder of holders) {
    if (offered.size < OFFERED) offer(await cases.list({ open: true, ...holder }, LOOKED_AT));
  }
  if (!DONE_TO_CLOSED.has(verb)) return [...offered.values()];
  for (const holder of holders) {
    if (offered.size < OFFERED) offer(await recentlyClosed(holder, cases));
  }
  return [...offered.values()];
}

/** Of the newest closed cases of a person or a group, the one that was closed last first. */
async function recentlyClosed(
  holder: Pick<CaseFilter, 'assignee' | 'group'>,
  cases: CaseRepository,
): Promise<readonly Case[]> {
  const found = await cases.find({
    where: { ...holder, open: false },
    sort: { field: 'openedAt', descending: true },
    limit: LOOKED_AT,
  });
  return found.map(({ state }) => state).toSorted((one, other) => other.changedAt - one.changedAt);
}
