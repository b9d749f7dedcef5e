import type { Directory, PersonId } from '../directory/directory';
import { is, isNot, type Read } from '../kernel/text/typed-text';

/** Reads a person's id, name or email as a member of a group. */
export function readMember(typed: string, groupKey: string, directory: Directory): Read<PersonId> {
  const group = directory.group(groupKey);
  const members = directory.members(groupKey);
  const byId = members.find((each) => each.id === typed);
  const wanted = typed.toLowerCase();
  const named = members.filter(
    (each) => each.name.toLowerCase() === wanted || each.email.toLowerCase() === wanted,
  );
  const [found, other] = byId === undefined ? named : [byId];
  if (found !== undefined && other === undefined) return is(found.id);
  const who = directory.person(typed)?.name ?? `"${typed.slice(0, 60)}"`;
  const place = group?.name ?? groupKey;
  return found === undefined
    ? isNot(`${who} isn't a member of ${place}. Choose one of its members.`)
    : isNot(`Several members of ${place} are named ${who}. Enter the email address.`);
}
