import type { Par } from '../cases/timeline';
import type { Policy } from '../policy/policy';
import type { Step } from './custody';
import type { Run } from './run';
import { runsBetween } from './runs-between';

const IPG_TITLES: Readonly<Record<Par['ipg'], string>> = {
  I: 'IPG I',
  II: 'IPG II',
  III: 'IPG III',
  other: 'all others',
};

/**
 * What Level 2 owes on a Post Award Request. The follow-up (rule CK-8, status PARs) runs from its submission until word
 * of it is had (a quality status update) or passed on (a status to the customer), and then again, until the PAR is
 * completed. The text names no other act that would be the follow-up; a note alone is none. A PAR that was completed
 * with a quality resolution is closed within its time (rule CK-9): that runs over the resolution to the closure, and
 * ends when a new PAR is submitted.
 */
export function parRuns(steps: readonly Step[], policy: Policy): readonly Run[] {
  return steps.flatMap((step, index): readonly Run[] => {
    const { entry } = step;
    const from = steps.slice(index);
    const par = parOf(step);
    if (par?.kind === 'status') {
      return runsBetween(from, followUpOf(par.number)).map((span) => ({
        ...span,
        kind: 'par-follow-up' as const,
        timeframe: policy.clocks.parFollowUp[par.ipg],
        row: `Post-award status PAR follow-up, ${IPG_TITLES[par.ipg]}`,
      }));
    }
    if (entry.kind === 'par-completed' && entry.adequate) {
      return runsBetween(from, CLOSURE).map((span) => ({
        ...span,
        kind: 'par-closure' as const,
        timeframe: policy.clocks.parClosure,
        row: 'Closure after a completed PAR',
      }));
    }
    return [];
  });
}

/** The PAR that an entry brings. */
function parOf({ entry }: Step): Par | undefined {
  if (entry.kind === 'par-submitted') return entry.par;
  return entry.kind === 'escalated' ? entry.par : undefined;
}

const owedBy = ({ after }: Step): string => after.level2Group ?? after.group;
const followUpOf = (number: string) => ({
  owedBy,
  restarts: true,
  meets: ({ entry }: Step) => entry.kind === 'quality-update' || entry.kind === 'status-sent',
  ends: (step: Step) =>
    parOf(step) !== undefined ||
    (step.entry.kind === 'par-completed' && step.entry.number === number) ||
    step.entry.kind === 'resolved' ||
    step.entry.kind === 'closed',
});
const CLOSURE = {
  owedBy,
  restarts: false,
  meets: ({ entry }: Step) => entry.kind === 'closed',
  ends: (step: Step) => parOf(step) !== undefined || step.entry.kind === 'par-completed',
};
