import { caseDecision, happens } from '../decision';
import type { Case } from '../case';
import { saysNothing, saysSomething } from '../../kernel/text/says-something';
import { is, isNot, readText, TEXT_LIMITS, type Read } from '../../kernel/text/typed-text';
import { mscOf, mscTaken } from '../escalation/msc-of';
import { MSC_NAMES, type Directory, type Msc, type PersonId } from '../../directory/directory';
import { no, ok, refusal, type Result } from '../../kernel/refusal';

const MAX_MISSING = 20;

/**
 * Level 3 refers the case back to the Level 2 group and agent of record, with the list of what is missing. The
 * supervisors of both groups are always told, for visibility and training (rule L3-2, DLAM 3000.05 E5 2.e).
 * Fields: `missing` (one item a line), `text` (may be empty).
 */
export const decideReferBack = caseDecision('case.refer-back', (subject, form, by, context) => {
  const missing = form.required('missing', "Enter what's missing, one item per line.", readMissing);
  const text = form.text('text', 'What Level 2 should know') ?? '';
  const read = form.complete({ missing });
  if (!read.ok) return read;
  const to = requireLevelTwo(subject, context.directory);
  if (!to.ok) return to;
  const supervisors = [to.value.group, subject.group].flatMap(
    (key) => context.directory.group(key)?.supervisors ?? [],
  );
  return happens({
    kind: 'referred-back',
    ...to.value,
    missing: read.value.missing,
    text,
    supervisors: [...new Set(supervisors)],
  });
});

/** Reads a list, one item a line, with or without a bullet before each. */
function readMissing(typed: string): Read<readonly string[]> {
  const text = readText('The list of what is missing', typed, TEXT_LIMITS.text);
  if (!text.ok) return text;
  const items = text.value.split('\n').flatMap((line) => line.replace(/^\s*[-*•]?\s*/u, '').trim() || []);
  if (items.length === 0) return isNot("Enter what's missing, one item per line.");
  const empty = items.find((item) => !saysSomething(item));
  if (empty !== undefined)
    return isNot(saysNothing(empty, 'Name what Level 2 must provide, one item per line.'));
  if (items.length <= MAX_MISSING) return is(items);
  return isNot(`${items.length} lines are too many to act on. Enter ${MAX_MISSING} or fewer.`);
}

interface LevelTwo {
  readonly group: string;
  readonly to?: PersonId;
  readonly msc?: Msc;
}

/**
 * Where a case goes when Level 3 gives it back: the Level 2 group of record and its agent while they still belong to it,
 * else the group alone, else a Level 2 group of the case's MSC (rule L3-1).
 */
export function levelTwoOf(subject: Case, directory: Directory): LevelTwo | undefined {
  const record = subject.level2OfRecord;
  const group =
    (record && directory.group(record.group)) ??
    directory.groups.find((each) => each.level === 2 && each.msc === mscOf(subject, directory));
  if (group === undefined) return undefined;
  const person = record?.person;
  const stillThere = directory.members(group.key).some((member) => member.id === person);
  const back = { group: group.key, ...mscTaken(subject, group.key, directory) };
  return person !== undefined && stillThere ? { ...back, to: person } : back;
}

/** The same, or the refusal that no Level 2 group works the case's MSC. */
export function requireLevelTwo(subject: Case, directory: Directory): Result<LevelTwo> {
  const to = levelTwoOf(subject, directory);
  if (to !== undefined) return ok(to);
  const msc = MSC_NAMES[mscOf(subject, directory)];
  return no(refusal('nothing-to-escalate-to', { msc, level: '2' }));
}
