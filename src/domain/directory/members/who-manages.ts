import { MSC_NAMES, type Directory, type Group, type Person } from '../directory';

/** Whether a person is a business process analyst of the group's MSC (rule AC-5). */
export const isAnalystOf = ({ roles, msc }: Person, group: Group): boolean =>
  roles.includes('business-process-analyst') && msc !== undefined && msc === group.msc;

/**
 * Whether a person adds and removes members of a group and changes their roles: the business process analysts of its MSC,
 * and the program office everywhere (rule AC-5).
 */
export const managesMembers = (person: Person, group: Group): boolean =>
  person.roles.includes('program-office') || isAnalystOf(person, group);

/** The business process analysts of a group's MSC. */
export const analystsOf = (group: Group, { people }: Directory): readonly Person[] =>
  people.filter((person) => isAnalystOf(person, group));

/** "the business process analyst of Aviation (Kim Lee)"; undefined where the directory has none. */
export function analystText(group: Group, directory: Directory): string | undefined {
  const names = analystsOf(group, directory).map(({ name }) => name);
  if (names.length === 0 || group.msc === 'enterprise') return undefined;
  return `the business process analyst of ${MSC_NAMES[group.msc]} (${names.slice(0, 3).join(', ')})`;
}

/** Who could, in words. */
export function whoManages(group: Group, directory: Directory): string {
  const analyst = analystText(group, directory);
  return analyst === undefined ? 'the program office' : `${analyst} or the program office`;
}
