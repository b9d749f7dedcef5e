import { saysNothing, saysSomething } from '../../kernel/text/says-something';
import { is, isNot, readLine, TEXT_LIMITS, type Read } from '../../kernel/text/typed-text';
import { TypedForm, type Typed } from '../../kernel/text/typed-form';
import { no, ok, refusal, type Refusal, type Result } from '../../kernel/refusal';
import type { Directory, Group, Person, PersonId } from '../directory';
import { isMemberOf, rolesIn, rolesText, type GroupEntry, type MemberRole } from './group-timeline';
import { managesMembers, whoManages } from './who-manages';

/** The roles that can be given, as a form offers them. */
export const ROLE_CHOICES = {
  agent: 'Agent',
  gatekeeper: 'Gatekeeper',
  supervisor: 'Supervisor',
  'gatekeeper-supervisor': 'Gatekeeper and supervisor',
} as const;

/** The choice of a form that leaves the cases of who is removed for the gatekeeper. */
export const LEAVE_CASES = 'leave';

/** What changes of a group's people, without who does it and when. */
export type MemberChange = Pick<GroupEntry, 'kind' | 'person' | 'from' | 'to' | 'why' | 'casesTo'>;
type Decide = (group: Group, typed: Typed, by: Person, directory: Directory) => Result<MemberChange>;

/** Why a person may not change who belongs to a group; undefined for who may (rule AC-5). */
export const membersPrecondition = (
  action: string,
  by: Person,
  group: Group,
  directory: Directory,
): Refusal | undefined =>
  managesMembers(by, group)
    ? undefined
    : refusal('not-permitted', { action, who: whoManages(group, directory) });

/** Adds a person of the directory to the group. Fields: `person` (id, name, or email), `role`, `why`. */
export const decideAddMember: Decide = (group, typed, by, directory) => {
  const denied = membersPrecondition('Add member', by, group, directory);
  if (denied !== undefined) return no(denied);
  const form = new TypedForm(typed);
  const person = form.required('person', "Enter the person's email address or full name.", (text) =>
    readNewcomer(text, group, directory),
  );
  const to = readRole(form);
  const why = readWhy(form, "Explain why you're adding the person.");
  const read = form.complete({ person, to, why });
  return read.ok ? ok({ kind: 'added', from: [], ...read.value }) : read;
};

/** Gives a member another role instead of theirs. Fields: `person`, `role`, `why`. */
export const decideChangeRole: Decide = (group, typed, by, directory) => {
  const denied = membersPrecondition('Change role', by, group, directory);
  if (denied !== undefined) return no(denied);
  const form = new TypedForm(typed);
  const person = readMemberOf(form, group, directory);
  const to = readRole(form);
  if (person !== undefined && to !== undefined) {
    if (rolesText(rolesIn(group, person)) === rolesText(to)) {
      const name = nameOf(person, directory);
      form.fault('role', `${name} is already ${rolesText(to)} of ${group.name}. Choose another role.`);
    }
    faultOfLast(form, 'role', person, to, group, directory);
  }
  const why = readWhy(form, "Explain why you're changing the role.");
  const read = form.complete({ person, to, why });
  if (!read.ok) return read;
  return ok({ kind: 'role-changed', from: rolesIn(group, read.value.person), ...read.value });
};

/**
 * Removes a member (rule AC-7). Fields: `person`, `why`, and `cases`: `leave` leaves their open cases of the group for the
 * gatekeeper, any other value is the member who gets them.
 */
export const decideRemoveMember: Decide = (group, typed, by, directory) => {
  const denied = membersPrecondition('Remove member', by, group, directory);
  if (denied !== undefined) return no(denied);
  const form = new TypedForm(typed);
  const person = readMemberOf(form, group, directory);
  if (person !== undefined) faultOfLast(form, 'person', person, [], group, directory);
  const missing =
    'Choose what happens to their open cases: leave them for the gatekeeper to assign, or pick a member.';
  const cases = form.required('cases', missing, (text) =>
    text === LEAVE_CASES ? is(LEAVE_CASES) : readSuccessor(text, person, group, directory),
  );
  const why = readWhy(form, "Explain why you're removing the person.");
  const read = form.complete({ person, cases, why });
  if (!read.ok) return read;
  const { cases: casesTo, ...rest } = read.value;
  const from = rolesIn(group, rest.person);
  return ok({ kind: 'removed', from, to: [], ...rest, ...(casesTo === LEAVE_CASES ? {} : { casesTo }) });
};

const readWhy = (form: TypedForm, missing: string): string | undefined =>
  form.required('why', missing, (text) => {
    const line = readLine('The reason', text, TEXT_LIMITS.line);
    return !line.ok || saysSomething(line.value) ? line : isNot(saysNothing(line.value, missing));
  });

function readRole(form: TypedForm): readonly MemberRole[] | undefined {
  const chosen = form.requiredChoice('role', 'The role', ROLE_CHOICES);
  if (chosen === undefined) return undefined;
  return chosen === 'gatekeeper-supervisor' ? ['gatekeeper', 'supervisor'] : [chosen];
}

const readMemberOf = (form: TypedForm, group: Group, directory: Directory): PersonId | undefined =>
  form.required('person', 'Choose the member.', (text) => readMember(text, group, directory));

/** By the roles of the group, so that a member of whom the directory has no record can be removed too. */
function readMember(text: string, group: Group, directory: Directory): Read<PersonId> {
  if (isMemberOf(group, text)) return is(text);
  const found = readPerson(text, directory);
  if (!found.ok) return found;
  if (isMemberOf(group, found.value)) return found;
  return isNot(
    `${nameOf(found.value, directory)} isn't a member of ${group.name}. Choose one of its members.`,
  );
}

function readNewcomer(text: string, group: Group, directory: Directory): Read<PersonId> {
  const found = readPerson(text, directory);
  if (!found.ok || !isMemberOf(group, found.value)) return found;
  const roles = rolesText(rolesIn(group, found.value));
  return isNot(
    `${nameOf(found.value, directory)} already belongs to ${group.name} as ${roles}. To change that, type: change role ${group.key}`,
  );
}

function readSuccessor(
  text: string,
  leaver: PersonId | undefined,
  group: Group,
  directory: Directory,
): Read<PersonId> {
  const found = readMember(text, group, directory);
  if (!found.ok || found.value !== leaver) return found;
  return isNot(`${nameOf(found.value, directory)} is the person you're removing. Choose another member.`);
}

/** A person of the directory by id, email address, or full name. */
function readPerson(text: string, directory: Directory): Read<PersonId> {
  if (directory.person(text) !== undefined) return is(text);
  const { people } = directory;
  const wanted = text.toLowerCase();
  const byMail = people.filter(({ email }) => email !== '' && email.toLowerCase() === wanted);
  const [found, other] =
    byMail.length > 0 ? byMail : people.filter(({ name }) => name.toLowerCase() === wanted);
  const shown = text.slice(0, 80);
  if (found === undefined)
    return isNot(
      `“${shown}” isn't in the directory. Check the spelling, or have them type join in a chat with Casekeeper.`,
    );
  return other === undefined
    ? is(found.id)
    : isNot(`Several people are named “${shown}”. Enter the email address.`);
}

const nameOf = (person: PersonId, directory: Directory): string =>
  directory.person(person)?.name ?? 'This person';

/** A group keeps a gatekeeper and a supervisor: without them nobody assigns its cases and approves its closings. */
function faultOfLast(
  form: TypedForm,
  field: string,
  person: PersonId,
  to: readonly MemberRole[],
  group: Group,
  directory: Directory,
): void {
  const last = (['gatekeeper', 'supervisor'] as const).filter((role) => {
    const staff = group[`${role}s`];
    const others = staff.filter((each) => each !== person && directory.person(each) !== undefined);
    return staff.includes(person) && others.length === 0 && !to.includes(role);
  });
  if (last.length === 0) return;
  form.fault(
    field,
    `${nameOf(person, directory)} is the only ${last.join(' and the only ')} of ${group.name}. Give that role to another member first: change role ${group.key}`,
  );
}
