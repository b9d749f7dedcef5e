import { standsAbove } from '../second-line';
import { isMemberOf } from '../../directory/members/group-timeline';
import type { Directory, PersonId } from '../../directory/directory';
import type { Case } from '../case';
import { workingGroups } from './departure-precondition';

/**
 * Whether a person belonged to a group that works the case and now belongs to none of them (rule AC-7): nothing of the case
 * is told to them any more. The next level up, and the program office, never leave a case by that.
 */
export function hasLeft(id: PersonId, subject: Case, directory: Directory): boolean {
  const groups = workingGroups(subject, directory);
  return (
    groups.some(({ former }) => former?.includes(id)) &&
    !groups.some((group) => isMemberOf(group, id)) &&
    !standsAbove(id, subject, directory) &&
    directory.person(id)?.roles.includes('program-office') !== true
  );
}

/** Whom a card may still mention of those whom its notice did. */
export const stillConcerned = (
  mentions: readonly PersonId[],
  subject: Case,
  directory: Directory,
): readonly PersonId[] => mentions.filter((id) => !hasLeft(id, subject, directory));
