import type { Case } from '../cases/case';
import { MSC_NAMES, type Directory, type Msc } from '../people/directory';

/**
 * The applicable MSC of a case: that of the group that holds it; the case's own where that group serves all MSCs, as
 * Level 1 does, or is no longer in the directory (rule ES-1).
 */
export function mscOf({ group, details }: Pick<Case, 'group' | 'details'>, directory: Directory): Msc {
  const msc = directory.group(group)?.msc ?? 'enterprise';
  return msc === 'enterprise' ? details.msc : msc;
}

/** What a case takes with a group that it moves to: that group's MSC, where it is another than the case's (rule ES-1). */
export function mscTaken(
  { details }: Pick<Case, 'details'>,
  group: string,
  directory: Directory,
): { readonly msc?: Msc } {
  const msc = mscOf({ group, details }, directory);
  return msc === details.msc ? {} : { msc };
}

/** The MSCs with a group of the level, in the order of their names' table: those that a case can be escalated to (rule ES-1). */
export const mscsWithGroup = (level: 2 | 3, { groups }: Directory): readonly Msc[] =>
  (Object.keys(MSC_NAMES) as Msc[]).filter((msc) =>
    groups.some((group) => group.level === level && group.msc === msc),
  );
