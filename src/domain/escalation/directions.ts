import type { Case } from '../cases/case';
import type { Direction } from '../cases/timeline';
import type { Directory, Group } from '../people/directory';
import { mscOf } from './msc-of';

/** The directions of an escalation, as they are called. */
export const DIRECTION_NAMES = {
  'level-1-to-2': 'Level 1 to Level 2',
  'pre-award': 'Level 2 to Level 3, pre-award',
  'post-award': 'Level 2 to Level 3, post-award',
} as const satisfies Readonly<Record<Direction, string>>;

/** The directions that a case can be escalated in from where it is; none at Level 3 (rule ES-1). */
export function directionsOf(subject: Case): readonly Direction[] {
  switch (subject.level) {
    case 1:
      return ['level-1-to-2'];
    case 2:
      return ['pre-award', 'post-award'];
    case 3:
      return [];
  }
}

/** The applicable groups of the next level: those of the MSC of the group that holds the case (rule ES-1). */
export const targetsOf = (subject: Case, directory: Directory): readonly Group[] =>
  directory.groups.filter(
    (group) => group.level === subject.level + 1 && group.msc === mscOf(subject, directory),
  );
