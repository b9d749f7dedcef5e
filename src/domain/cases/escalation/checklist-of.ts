import type { Direction } from '../timeline';
import type { Msc } from '../../directory/directory';
import type { ChecklistItem, Policy } from '../../policy/policy';

/** What the agent says of the case, on which conditional items hang. */
export interface Conditions {
  /** The PR is tech-blocked (rule ES-2 g). */
  readonly techBlocked: boolean;
  /** The cause is at a site (rule ES-3 f); of a site issue it is known. */
  readonly siteIssue: boolean;
}

/** The checklist items of the applicable MSC that apply: a conditional one only where its condition holds (rules ES-2 to ES-4). */
export function checklistOf(
  msc: Msc,
  direction: Direction,
  conditions: Conditions,
  policy: Policy,
): readonly ChecklistItem[] {
  return policy.checklists[msc][direction].filter((item) => {
    switch (item.when) {
      case 'always':
        return true;
      case 'pre-award':
      case 'post-award':
        return item.when === direction;
      case 'tech-blocked':
        return conditions.techBlocked;
      case 'site-issue':
        return conditions.siteIssue || direction === 'distribution-center';
    }
  });
}
