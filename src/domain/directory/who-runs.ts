import type { Directory, Group, Person } from './directory';
import { analystsOf, analystText, isAnalystOf } from './members/who-manages';

/** Who runs a group: its gatekeepers and supervisors, and the program office (rules AC-2, AC-3). */
export const runsGroup = (person: Person, group: Group): boolean =>
  person.roles.includes('program-office') ||
  group.gatekeepers.includes(person.id) ||
  group.supervisors.includes(person.id);

/** The people who are asked: those who run the group; where it has none, the program office. */
export function runnersOf(group: Group, directory: Directory): readonly Person[] {
  const ids = [...new Set([...group.gatekeepers, ...group.supervisors])];
  const own = ids.flatMap((id) => directory.person(id) ?? []);
  return own.length > 0 ? own : directory.people.filter(({ roles }) => roles.includes('program-office'));
}

/** Who could, in words: "a gatekeeper or supervisor of Aviation (Kim Lee), or the program office". */
export const whoRuns = (group: Group, directory: Directory): string =>
  `${runnersText(group, directory)}, or the program office`;

function runnersText(group: Group, directory: Directory): string {
  const ids = [...new Set([...group.gatekeepers, ...group.supervisors])];
  const names = ids.flatMap((id) => directory.person(id)?.name ?? []).slice(0, 3);
  const named = names.length === 0 ? '' : ` (${names.join(', ')})`;
  return `a gatekeeper or supervisor of ${group.name}${named}`;
}

/** Who answers membership requests: the group's gatekeepers and supervisors, and the business process analysts of its MSC (rules AC-3, AC-5). */
export const answersRequests = (person: Person, group: Group): boolean =>
  runsGroup(person, group) || isAnalystOf(person, group);

/** The people who are told of a request: those who run the group, and the analysts of its MSC. */
export const answerersOf = (group: Group, directory: Directory): readonly Person[] => [
  ...new Set([...runnersOf(group, directory), ...analystsOf(group, directory)]),
];

/** Who could answer a request, in words. */
export function whoAnswers(group: Group, directory: Directory): string {
  const analyst = analystText(group, directory);
  if (analyst === undefined) return whoRuns(group, directory);
  return `${runnersText(group, directory)}, ${analyst}, or the program office`;
}
