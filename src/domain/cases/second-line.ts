import type { Case } from './case';
import type { Directory, Person, PersonId } from '../directory/directory';

/**
 * The next level up from a group: its `escalation` in the directory; without one the business process analysts of its MSC,
 * and without these the program office (rules AC-2, AC-5). Of a group that the directory no longer has, the case's MSC.
 */
export function secondLineOf(
  groupKey: string,
  { details }: Pick<Case, 'details'>,
  directory: Directory,
): readonly PersonId[] {
  const group = directory.group(groupKey);
  const own = group?.escalation ?? [];
  if (own.length > 0) return own;
  const msc = group?.msc ?? details.msc;
  const analysts = idsOf(
    directory,
    (person) => person.roles.includes('business-process-analyst') && person.msc === msc,
  );
  return analysts.length > 0
    ? analysts
    : idsOf(directory, (person) => person.roles.includes('program-office'));
}

/** Whether a person is the next level up from the group that holds the case, or above the Level 2 group of record while Level 3 does. */
export const standsAbove = (
  id: PersonId,
  subject: Pick<Case, 'details' | 'group' | 'level' | 'level2OfRecord'>,
  directory: Directory,
): boolean => {
  const level2 = subject.level === 3 ? subject.level2OfRecord?.group : undefined;
  return [subject.group, level2].some(
    (key) => key !== undefined && secondLineOf(key, subject, directory).includes(id),
  );
};

const idsOf = ({ people }: Directory, is: (person: Person) => boolean): readonly PersonId[] =>
  people.filter(is).map(({ id }) => id);
