import { mscOfGroup, mscsWithGroup, noGroupWorks } from '../escalation/msc-of';
import { MSC_NAMES, type Group, type Msc, type Person } from '../../directory/directory';
import { faulty, no, refusal, type Result } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import { happens } from '../decision';
import type { CaseDetails } from '../details/details';
import type { CaseEvent } from '../timeline';
import type { Typed } from '../../kernel/text/typed-form';
import { validateDetails } from '../details/validate-details';

/**
 * Opens a case: by a member of a Level 1 group at Level 1, by a member of a Level 2 group at Level 2, held by who
 * creates it (rules CA-1, CA-2, AC-1). `typed` holds the fields of `validateDetails`, `group` (key) where the person
 * belongs to several, and `linkedTo` (numbers of cases that were shown as alike, with commas).
 */
export function decideOpen(typed: Typed, by: Person, context: DomainContext): Result<readonly CaseEvent[]> {
  const groups = groupsThatOpen(by, context);
  if (groups.length === 0) {
    const who = 'a member of a Level 1 or Level 2 group';
    return no(refusal('not-permitted', { action: 'Create case', who }));
  }
  const group = groupFor(typed, groups, by.primary);
  const level = group?.level === 1 ? 1 : 2;
  const read = validateDetails(typed, context.policies.at(context.now), level);
  if (group === undefined) {
    const names = groups.map((each) => each.name).join(', ');
    const fault = {
      field: 'group',
      message: `You can't create cases for this group. Choose one of: ${names}.`,
    };
    return no(faulty(read.ok ? [fault] : [fault, ...read.refusal.faults]));
  }
  if (!read.ok) return read;
  const message = otherMsc(read.value.msc, group, groups, context);
  if (message !== undefined) return no(faulty([{ field: 'msc', message }]));
  return happens(opened(group, level, read.value, by, typed));
}

/** Why a case cannot be of the MSC: the group is another's, or of none and nobody would work it (rule ES-1). */
function otherMsc(
  msc: Msc,
  group: Group,
  groups: readonly Group[],
  context: DomainContext,
): string | undefined {
  const own = mscOfGroup(group);
  if (own === undefined) return noGroupWorks(msc, context.directory);
  if (own === msc) return undefined;
  const others = groups.filter((each) => each.msc === msc).map(({ name }) => name);
  const instead = others.length === 0 ? '' : `, or create it for ${others.join(' or ')}`;
  return `${group.name} works ${MSC_NAMES[own]} cases. Choose ${MSC_NAMES[own]}${instead}.`;
}

/** The MSCs that a person can open a case for: those with a Level 2 group, and those of their own groups (rule ES-1). */
export function mscsToOpen(by: Person, context: DomainContext): readonly Msc[] {
  const groups = groupsThatOpen(by, context);
  const own = groups.flatMap(({ msc }) => (msc === 'enterprise' ? [] : [msc]));
  return groups.some(({ level }) => level === 1) ? mscsWithGroup(2, context.directory) : [...new Set(own)];
}

/** The groups for which a person may open cases: the primary one first (rule AC-3), then in the directory's order. */
export function groupsThatOpen(by: Person, context: DomainContext): readonly Group[] {
  const groups = context.directory.groupsOf(by.id).filter(({ level }) => level === 1 || level === 2);
  const isPrimary = ({ key }: Group): boolean => key === by.primary;
  return [...groups.filter(isPrimary), ...groups.filter((group) => !isPrimary(group))];
}

/** The chosen group; without a choice one of the case's MSC, and of these or of all the primary one, else the first. */
function groupFor(typed: Typed, groups: readonly Group[], primary: string | undefined): Group | undefined {
  const chosen = (typed['group'] ?? '').trim().toLowerCase();
  if (chosen !== '') return groups.find((group) => group.key.toLowerCase() === chosen);
  const msc = (typed['msc'] ?? '').trim().toLowerCase();
  const its = groups.filter((group) => (mscOfGroup(group) ?? msc) === msc);
  const among = its.length === 0 ? groups : its;
  return among.find((group) => group.key === primary) ?? among[0];
}

function opened(group: Group, level: 1 | 2, details: CaseDetails, by: Person, typed: Typed): CaseEvent {
  const linkedTo = (typed['linkedTo'] ?? '').toUpperCase().match(/\bCS\d{7,}\b/g);
  return {
    kind: 'opened',
    origin: level === 1 ? 'level-1' : 'level-2',
    level,
    group: group.key,
    assignee: by.id,
    details,
    ...(linkedTo === null ? {} : { linkedTo: [...new Set(linkedTo)] }),
  };
}
