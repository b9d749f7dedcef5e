import { mscTaken } from '../escalation/msc-of';
import type { Directory, Group } from '../../directory/directory';
import { no, refusal } from '../../kernel/refusal';
import { caseDecision, happens } from '../decision';
import type { Case } from '../case';
import { readMember } from '../member';
import { is, isNot, type Read } from '../../kernel/text/typed-text';

/**
 * Moves the case to another group of its level, to another person, or both, with why (rule AS-3). With a group of
 * another MSC the case takes that MSC (rule ES-1). Another level is
 * reached by escalating, referring back or responding only. Fields: `group` (key; empty stays), `person` (id; empty
 * leaves it to the gatekeeper), `why`.
 */
export const decideReassign = caseDecision('case.reassign', (subject, form, by, context) => {
  const group =
    form.raw('group') === ''
      ? subject.group
      : form.optional('group', (key) => readSameLevel(key, subject, context.directory));
  const to =
    group === undefined
      ? undefined
      : form.optional('person', (id) => readMember(id, group, context.directory));
  const why = form.requiredText('why', 'Why', "Explain why you're reassigning the case.");
  const read = form.complete({ group, why });
  if (!read.ok) return read;
  const staysInGroup = read.value.group === subject.group;
  if (staysInGroup && (to === undefined || to === subject.assignee)) {
    const name = context.directory.group(subject.group)?.name ?? subject.group;
    const message = `The case is already there. Choose another group, or another person in ${name}.`;
    return no(refusal('group-of-the-case', { group: name }, [{ field: 'group', message }]));
  }
  return happens({
    kind: 'reassigned',
    group: read.value.group,
    level: subject.level,
    ...(to === undefined ? {} : { to }),
    ...mscTaken(subject, read.value.group, context.directory),
    why: read.value.why,
  });
});

/** The groups that a case can be reassigned to: those of its level. */
export const reassignableTo = (subject: Case, directory: Directory): readonly Group[] =>
  directory.groups.filter((group) => group.level === subject.level);

function readSameLevel(key: string, subject: Case, directory: Directory): Read<string> {
  const group = directory.group(key);
  if (group === undefined) return isNot(`Group "${key.slice(0, 60)}" not found. Choose one from the list.`);
  if (group.level === subject.level) return is(group.key);
  const level = group.level === 'program-office' ? 'the program office' : `Level ${group.level}`;
  return isNot(
    `${group.name} is ${level}; this case is at Level ${subject.level}. Choose a Level ${subject.level} group, ` +
      'or escalate or refer back.',
  );
}
