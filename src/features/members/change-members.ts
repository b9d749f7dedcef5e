import { refuse } from '../../commands/command';
import type { CommandContext, Outcome } from '../../commands/command';
import { noSuchGroup } from '../../commands/group-named';
import type { Typed } from '../../domain/kernel/text/typed-form';
import type { Group } from '../../domain/directory/directory';
import type { decideAddMember } from '../../domain/directory/members/decide-members';
import type { GroupEntry } from '../../domain/directory/members/group-timeline';

type Decide = typeof decideAddMember;

/**
 * Changes who belongs to a group: decided on the group as it is stored, recorded in its timeline, and in force at once.
 * `done` makes the answer, from the group as it is then.
 */
export async function changeMembers(
  { group: key, ...typed }: Typed & { readonly group: string },
  decide: Decide,
  done: (entry: GroupEntry, group: Group, name: string) => Outcome | Promise<Outcome>,
  { actor, now: at, cause, directories }: CommandContext,
): Promise<Outcome> {
  const act = { by: actor.id, at, cause };
  const decided = await directories.changeMembers(key, act, (group) =>
    decide(group, typed, actor, directories.current()),
  );
  const directory = directories.current();
  const group = directory.group(key);
  if (decided === undefined || group === undefined) return refuse(noSuchGroup(key, directory));
  if (!decided.ok) return refuse(decided.refusal);
  const name = directory.person(decided.value.person)?.name ?? 'The member';
  return done(decided.value, group, name);
}
