import type { z } from 'zod/v4';
import type { Field, Form } from '../../cards/shared/card-value';
import { refuse, type Command, type CommandContext, type Outcome } from '../../commands/command';
import {
  cancel,
  choice,
  groupChoices,
  nextButton,
  oneSection,
  sendButton,
} from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { required, sentInput } from '../../commands/forms/inputs';
import { noSuchGroup } from '../../commands/group-named';
import type { Group } from '../../domain/directory/directory';
import { membersPrecondition, type decideAddMember } from '../../domain/directory/members/decide-members';
import type { GroupEntry } from '../../domain/directory/members/group-timeline';
import { managesMembers } from '../../domain/directory/members/who-manages';
import { refusal, type Refusal } from '../../domain/kernel/refusal';

/** A command that changes who belongs to a group: what differs from one to the next. */
interface MemberChangeSpec {
  readonly verb: string;
  /** The command's words are the title in lower case. */
  readonly title: string;
  readonly summary: string;
  readonly keepsAnswer?: true;
  readonly form: (given: Given, group: Group, context: CommandContext) => MemberForm;
  readonly decide: typeof decideAddMember;
  /** Makes the answer, from the group as it is then. */
  readonly done: (
    entry: GroupEntry,
    group: Group,
    name: string,
    context: CommandContext,
  ) => Outcome | Promise<Outcome>;
}

type MemberForm = Pick<Form, 'title' | 'intro'> & { readonly fields: readonly Field[] };

const schema = sentInput.extend({ group: required('Choose the assignment group.') });
type MemberInput = z.infer<typeof schema>;

/** Makes the command: without a group it asks which, and it refuses who may not change the people of that one (rule AC-5). */
export function memberChange(spec: MemberChangeSpec): Command<MemberInput> {
  const { verb, title, summary, keepsAnswer } = spec;
  const words = title.toLowerCase();
  return {
    verb,
    title,
    area: 'Groups',
    ...(keepsAnswer === true ? { keepsAnswer } : {}),
    typed: {
      words: [words],
      usage: `${words} <group key>`,
      summary,
      example: `${words} L3-AVN`,
      read: groupThenPerson,
    },
    schema,
    form: (given, context, reopening = false) => open(spec, given, context, reopening),
    run: (input, context) => change(spec, input, context),
  };
}

/** A line that names the group first and the person after it: "L2-AVN kim@example.mil". */
function groupThenPerson(rest: string): Record<string, string> {
  const [group = '', ...person] = rest.split(/\s+/);
  return {
    ...(group === '' ? {} : { group }),
    ...(person.length === 0 ? {} : { person: person.join(' ') }),
  };
}

/** The form; permission isn't checked again when it comes back with what was typed. */
function open(
  { verb, title, form }: MemberChangeSpec,
  given: Given,
  context: CommandContext,
  reopening: boolean,
): Form | Refusal {
  const { actor, directory } = context;
  const group = directory.group(given['group'] ?? '');
  if (group === undefined) return whichGroup(verb, title, given, context);
  const denied = reopening ? undefined : membersPrecondition(title, actor, group, directory);
  if (denied !== undefined) return denied;
  const { fields, ...head } = form(given, group, context);
  const submit = sendButton(title, verb, { group: group.key });
  return { ...head, sections: oneSection(...fields), submit, others: [cancel] };
}

/** Asks which group is meant, of those whose people the person may change. */
function whichGroup(
  verb: string,
  title: string,
  given: Given,
  { actor, directory }: CommandContext,
): Form | Refusal {
  const groups = directory.groups.filter((group) => managesMembers(actor, group));
  if (groups.length === 0) {
    const who = 'a business process analyst (for the groups of their MSC) or the program office';
    return refusal('not-permitted', { action: title, who });
  }
  const key = given['group'] ?? '';
  const [fault] = key === '' ? [] : noSuchGroup(key, directory).faults;
  const rest = Object.fromEntries(Object.entries(given).filter(([id]) => id !== 'group'));
  return {
    title: `${title}: which group?`,
    sections: oneSection(
      choice(given, 'group', 'Assignment group', {
        required: true,
        choices: groupChoices(groups),
        ...(fault === undefined ? {} : { fault: fault.message }),
      }),
    ),
    submit: nextButton('Continue', verb, rest),
    others: [cancel],
  };
}

/** Decides on the stored group and records the change in its timeline; it applies right away. */
async function change(
  { decide, done }: MemberChangeSpec,
  { group: key, ...typed }: MemberInput,
  context: CommandContext,
): Promise<Outcome> {
  const { actor, now: at, cause, directories } = context;
  const act = { by: actor.id, at, cause };
  const decided = await directories.changeMembers(key, act, (group) =>
    decide(group, typed, actor, directories.current()),
  );
  const directory = directories.current();
  const group = directory.group(key);
  if (decided === undefined || group === undefined) return refuse(noSuchGroup(key, directory));
  if (!decided.ok) return refuse(decided.refusal);
  const name = directory.person(decided.value.person)?.name ?? 'The member';
  return done(decided.value, group, name, context);
}
