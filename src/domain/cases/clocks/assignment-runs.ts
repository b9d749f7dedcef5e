import type { Holder } from '../case';
import type { CaseDetails } from '../details/details';
import { priorityAt } from '../../policy/priority';
import type { Policy } from '../../policy/policy';
import type { Step } from './steps';
import { PRIORITY_TITLES, type Run, type RunEnd } from './run';

/**
 * Assignment (rules AS-2, AS-3): runs from each arrival at a Level 2 or 3 group without a person until one is
 * assigned, and again in a new group; ends without being due when the case moves on or is resolved. A case that comes
 * with its person (a response to the agent who held it) has nothing to assign. What Level 3 answers before anyone is
 * assigned was assigned by then. The table of Level 3 is headed "Pre-Award" (DLAM 3000.05 E5 2.a): any other case has a
 * time there only where the site's policy gives it one.
 */
export function assignmentRuns(steps: readonly Step[], details: CaseDetails, policy: Policy): readonly Run[] {
  const { assignment } = policy.clocks;
  return steps.flatMap((step, index) => {
    const { level, group } = step.after;
    if (level === 1 || !arrivesUnassigned(step)) return [];
    const priority = priorityAt(details, level, policy);
    const table = level === 3 && !step.after.preAward ? policy.clocks.assignmentPostAward : assignment[level];
    if (table === undefined) return [];
    const end = endOfRun(step.after, steps.slice(index + 1));
    return {
      kind: 'assignment' as const,
      startAt: step.entry.at,
      timeframe: table[priority],
      row: `Level ${level} assignment, ${PRIORITY_TITLES[priority]}`,
      startGroup: group,
      group,
      ...(end === undefined ? {} : { end }),
    };
  });
}

/** Whether the case comes to a group, or loses its person, so that somebody must be found. */
function arrivesUnassigned({ before, after }: Step): boolean {
  if (after.assignee !== undefined) return false;
  return before === undefined || before.assignee !== undefined || before.group !== after.group;
}

function endOfRun(holder: Holder, later: readonly Step[]): RunEnd | undefined {
  for (const { entry, after } of later) {
    if (holder.level === 3 && entry.kind === 'responded') return { state: 'met', at: entry.at };
    if (holder.group !== after.group) return { state: 'void', at: entry.at };
    if (after.assignee !== undefined) return { state: 'met', at: entry.at };
    if (entry.kind === 'resolved' || entry.kind === 'closed') return { state: 'void', at: entry.at };
  }
  return undefined;
}
