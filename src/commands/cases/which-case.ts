import type { Form } from '../../cards/shared/card-value';
import type { Case } from '../../domain/cases/case';
import type { CommandContext } from '../command';
import { button, cancel, nextButton, text, oneSection, type Given } from '../forms/fields';

// So many cases are offered as buttons; a card takes six with Cancel and the form's own.
const OFFERED = 3;
// Of a person's and of each of their groups' open cases so many are looked at, the oldest first.
const LOOKED_AT = 50;
const MAX_GROUPS = 4;

/**
 * Asks which case is meant where a command came without its number; what was given with it goes along. `isPossible` says
 * whether the command can be done now on a case: those are offered, and others only where there is none.
 */
export async function whichCase(
  verb: string,
  title: string,
  given: Given,
  context: CommandContext,
  isPossible?: (current: Case) => boolean,
): Promise<Form> {
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'case'));
  const { intro, offered } = await offeredCases(context, isPossible);
  return {
    title: `${title}: which case?`,
    intro: `Give its number, or press ${intro}`,
    sections: oneSection(
      text(given, 'case', 'Case number', {
        required: true,
        placeholder: 'CS0000012',
        hint: 'The zeros may be left out: cs12.',
        maxLength: 20,
      }),
    ),
    submit: nextButton('Continue', verb, rest),
    others: [...offered.map(({ number }) => button(number, verb, { ...rest, case: number })), cancel],
  };
}

/** The person's own cases first, then those of their groups, on which it can be done; else the person's own. */
async function offeredCases(
  { actor, cases, directory }: CommandContext,
  isPossible?: (current: Case) => boolean,
) {
  const OWN = 'one of your own open cases.';
  if (isPossible === undefined)
    return { intro: OWN, offered: await cases.list({ open: true, assignee: actor.id }, OFFERED) };
  const mine = await cases.list({ open: true, assignee: actor.id }, LOOKED_AT);
  const offered = mine.filter(isPossible);
  for (const { key } of directory.groupsOf(actor.id).slice(0, MAX_GROUPS)) {
    if (offered.length >= OFFERED) break;
    const known = new Set(offered.map(({ number }) => number));
    const theirs = await cases.list({ open: true, group: key }, LOOKED_AT);
    offered.push(...theirs.filter((each) => !known.has(each.number) && isPossible(each)));
  }
  if (offered.length > 0)
    return { intro: 'one on which it can be done now.', offered: offered.slice(0, OFFERED) };
  return { intro: OWN, offered: mine.slice(0, OFFERED) };
}
