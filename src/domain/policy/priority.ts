import { PRIORITIES, type CaseDetails, type Priority } from '../cases/details/details';
import type { Level } from '../directory/directory';
import type { Policy } from './policy';

/**
 * The priority of a case at a level (rules CA-5, CK-3, CK-7): the band of its IPD, or without an IPD the priority that
 * the agent stated; with neither it is Low. Level 1 has no bands of its own and uses those of Level 2.
 */
export function priorityAt(details: CaseDetails, level: Level, policy: Policy): Priority {
  const { ipd } = details;
  if (ipd === undefined) return details.statedPriority ?? 'low';
  const bands = policy.bands[level === 3 ? 3 : 2];
  return PRIORITIES.find((priority) => bands[priority].first <= ipd && ipd <= bands[priority].last) ?? 'low';
}
