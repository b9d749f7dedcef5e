import { BUTTON_TITLES, mayAct, type CaseAction } from '../permissions';
import type { Directory, Group, Person } from '../../directory/directory';
import { refusal, type Refusal } from '../../kernel/refusal';
import type { Case } from '../case';

/**
 * The refusal of an action to a person who belonged to the group that works the case and no longer does (rule AC-7);
 * undefined where they never did, or may act as somebody else, as the program office.
 */
export function departurePrecondition(
  action: CaseAction,
  subject: Case,
  by: Person,
  directory: Directory,
): Refusal | undefined {
  const group = workingGroups(subject, directory).find(({ former }) => former?.includes(by.id));
  if (group === undefined || mayAct(action, by, subject, directory).ok) return undefined;
  return refusal('no-longer-member', {
    action: BUTTON_TITLES[action],
    number: subject.number,
    group: group.name,
    who: gatekeepersText(group, directory),
  });
}

/** The group that holds the case, and its Level 2 group while Level 3 does. */
export const workingGroups = (subject: Case, directory: Directory): readonly Group[] =>
  [subject.group, subject.level === 3 ? subject.level2OfRecord?.group : undefined].flatMap((key) =>
    key === undefined ? [] : (directory.group(key) ?? []),
  );

function gatekeepersText(group: Group, directory: Directory): string {
  const names = group.gatekeepers.flatMap((id) => directory.person(id)?.name ?? []).slice(0, 3);
  if (names.length === 0) return `a gatekeeper or supervisor of ${group.name}`;
  const list = new Intl.ListFormat('en', { type: 'disjunction' }).format(names);
  return `its ${names.length === 1 ? 'gatekeeper' : 'gatekeepers'} ${list}`;
}
