import type { Policy } from '../../policy/policy';
import { closureOf, type Step } from './steps';
import type { Run } from './run';

/**
 * Case Resolution Time (rule CK-10): from creation to closure, and no state pauses it. The second target holds for a
 * case that Level 2 or 3 worked, also from its creation. The closure of a case that is reopened was not its end: the
 * clocks run on from creation until it is closed again. Whoever holds the case owes it; it is calculated by the
 * calendar of the group in which the case was created.
 */
export function resolutionRuns(steps: readonly Step[], policy: Policy): readonly Run[] {
  const [first] = steps;
  if (first === undefined) return [];
  const last = steps.at(-1) ?? first;
  const closedAt = closureOf(steps);
  const common = {
    startAt: first.entry.at,
    startGroup: first.after.group,
    group: last.after.group,
    ...(closedAt === undefined ? {} : { end: { state: 'met' as const, at: closedAt } }),
  };
  const enterprise: Run = {
    ...common,
    kind: 'resolution-enterprise',
    timeframe: policy.clocks.resolutionEnterprise,
    row: 'Case resolution, Levels 1, 2 and 3 combined',
  };
  if (!steps.some(({ after }) => after.level > 1)) return [enterprise];
  return [
    enterprise,
    {
      ...common,
      kind: 'resolution-level-2-and-3',
      timeframe: policy.clocks.resolutionLevel2And3,
      row: 'Case resolution, Levels 2 and 3 combined',
    },
  ];
}
