import type { Case } from '../cases/case';
import { CORRECTING_ROLES, rolesOn } from '../cases/permissions';
import type { Directory, Person } from '../directory/directory';
import { no, ok, refusal, type Result } from '../kernel/refusal';

/** What is corrected: the title of the command, and what it is called. */
export const CORRECTIONS = {
  contact: 'Correct contact',
  account: 'Correct account',
} as const;
type Corrected = keyof typeof CORRECTIONS;

/** Whether a person corrects customers without a case of theirs: Level 1 captures them, the program office runs the record. */
export const correctsWithoutCase = (by: Person, directory: Directory): boolean =>
  by.roles.includes('program-office') || directory.groupsOf(by.id).some(({ level }) => level === 1);

/**
 * Whether a person may correct a contact, or an account, of which these are the open cases: who has one of them, the
 * gatekeepers and supervisors of the group that holds it, Level 1 and the program office (rules AC-1, AC-2). The refusal
 * `not-permitted` says who could.
 */
export function mayCorrect(
  corrected: Corrected,
  by: Person,
  openCases: readonly Case[],
  directory: Directory,
): Result<true> {
  if (correctsWithoutCase(by, directory)) return ok(true);
  const stands = openCases.some((one) =>
    rolesOn(one, by, directory).some((role) => CORRECTING_ROLES.includes(role)),
  );
  if (stands) return ok(true);
  const who = [
    ...holders(corrected, openCases, directory),
    'a member of a Level 1 group',
    'the program office',
  ];
  const words = new Intl.ListFormat('en', { type: 'disjunction' }).format(who);
  return no(refusal('not-permitted', { action: CORRECTIONS[corrected], who: words }));
}

/** Who could by an open case, in words; the first of several that has an assignee is named. */
function holders(corrected: Corrected, openCases: readonly Case[], directory: Directory): readonly string[] {
  if (openCases.length === 0) return [];
  const held = openCases.find(({ assignee }) => assignee !== undefined);
  const name = held?.assignee === undefined ? undefined : directory.person(held.assignee)?.name;
  const named = held === undefined || name === undefined ? '' : ` (${name}, ${held.number})`;
  return [
    `the assignee of an open case of this ${corrected}${named}`,
    'a gatekeeper or supervisor of the group that holds it',
  ];
}
