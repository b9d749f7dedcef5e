import type { Case } from '../case';
import type { Direction } from '../timeline';
import type { Directory, Group } from '../../directory/directory';
import type { DomainContext } from '../../kernel/domain-context';
import { mscOf } from './msc-of';

/** The directions of an escalation, as they are called. */
export const DIRECTION_NAMES = {
  'level-1-to-2': 'Level 1 to Level 2',
  'pre-award': 'Level 2 to Level 3, pre-award',
  'post-award': 'Level 2 to Level 3, post-award',
  'distribution-center': 'Level 2 to Level 3, site issue for a Distribution Center',
} as const satisfies Readonly<Record<Direction, string>>;

/**
 * The directions that a case can be escalated in from where it is; none at Level 3 (rule ES-1). A site issue goes to a
 * Distribution Center where the policy has a checklist for it (rule ES-12).
 */
export function directionsOf(
  subject: Case,
  { directory, policies }: Pick<DomainContext, 'directory' | 'policies'>,
): readonly Direction[] {
  switch (subject.level) {
    case 1:
      return ['level-1-to-2'];
    case 2: {
      const checklists = policies.at(subject.openedAt).checklists[mscOf(subject, directory)];
      const siteIssue = checklists['distribution-center'].length > 0;
      return ['pre-award', 'post-award', ...(siteIssue ? (['distribution-center'] as const) : [])];
    }
    case 3:
      return [];
  }
}

/** The applicable groups of the next level: those of the MSC of the group that holds the case (rule ES-1). */
export const targetsOf = (subject: Case, directory: Directory): readonly Group[] =>
  directory.groups.filter(
    (group) => group.level === subject.level + 1 && group.msc === mscOf(subject, directory),
  );
