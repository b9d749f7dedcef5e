import type { Case } from '../case';
import { MSC_NAMES, type Directory, type Group, type Msc } from '../../directory/directory';

/**
 * The applicable MSC of a case: that of the group that holds it; the case's own where that group serves all MSCs, as
 * Level 1 does, or is no longer in the directory (rule ES-1).
 */
export const mscOf = ({ group, details }: Pick<Case, 'group' | 'details'>, directory: Directory): Msc =>
  mscOfGroup(directory.group(group)) ?? details.msc;

/** The MSC of a group; undefined for one that serves all of them, as Level 1 does, and where there is none (rule ES-1). */
export const mscOfGroup = (group: Pick<Group, 'msc'> | undefined): Msc | undefined =>
  group === undefined || group.msc === 'enterprise' ? undefined : group.msc;

/** What a case takes with a group that it moves to: that group's MSC, where it is another than the case's (rule ES-1). */
export function mscTaken(
  { details }: Pick<Case, 'details'>,
  group: string,
  directory: Directory,
): { readonly msc?: Msc } {
  const msc = mscOf({ group, details }, directory);
  return msc === details.msc ? {} : { msc };
}

/** Why a case that no MSC's group holds cannot be of the MSC: no Level 2 group would work it (rule ES-1). */
export function noGroupWorks(msc: Msc, directory: Directory): string | undefined {
  const offered = mscsWithGroup(2, directory);
  if (offered.includes(msc)) return undefined;
  const names = offered.map((each) => MSC_NAMES[each]).join(', ');
  return `No group here works ${MSC_NAMES[msc]} cases. Choose one of: ${names}.`;
}

/** The MSCs with a group of the level, in the order of their names' table: those that a case can be escalated to (rule ES-1). */
export const mscsWithGroup = (level: 2 | 3, { groups }: Directory): readonly Msc[] =>
  (Object.keys(MSC_NAMES) as Msc[]).filter((msc) =>
    groups.some((group) => group.level === level && group.msc === msc),
  );
