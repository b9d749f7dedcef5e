import type { Directory, Person } from '../people/directory';
import { refusal } from '../refusal';
import { no, ok, type Result } from '../result';

/** Who captures customers corrects them: members of Level 1 and Level 2 groups, and the program office (rules AC-1, AC-2). */
export function mayCorrect(action: string, by: Person, directory: Directory): Result<true> {
  const captures = directory.groupsOf(by.id).some(({ level }) => level === 1 || level === 2);
  if (captures || by.roles.includes('program-office')) return ok(true);
  return no(
    refusal('not-permitted', {
      action,
      who: 'a member of a Level 1 or Level 2 group, or the program office',
    }),
  );
}
