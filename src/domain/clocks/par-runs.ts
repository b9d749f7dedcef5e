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
 * The follow-up on a status PAR (rule CK-8), owed by Level 2: runs from its submission until word of it is had (a
 * quality status update) or passed on (a status to the customer), and then again, until the PAR is completed. The text
 * names no other act that would be the follow-up; a note alone is none.
 */
export function parFollowUpRuns(steps: readonly Step[], policy: Policy): readonly Run[] {
  return steps.flatMap((step, index) => {
    const par = parOf(step);
    if (par?.kind !== 'status') return [];
    return runsBetween(steps.slice(index), followUpOf(par.number)).map((span) => ({
      ...span,
      kind: 'par-follow-up' as const,
      timeframe: policy.clocks.parFollowUp[par.ipg],
      row: `Post-award status PAR follow-up, ${IPG_TITLES[par.ipg]}`,
    }));
  });
}

/**
 * The closure after a PAR that was completed with a quality resolution (rule CK-9), owed by Level 2: runs over the
 * resolution to the closure, and ends when a new PAR is submitted.
 */
export function parClosureRuns(steps: readonly Step[], policy: Policy): readonly Run[] {
  return steps.flatMap(({ entry }, index) => {
    if (entry.kind !== 'par-completed' || !entry.adequate) return [];
    return runsBetween(steps.slice(index), CLOSURE).map((span) => ({
      ...span,
      kind: 'par-closure' as const,
      timeframe: policy.clocks.parClosure,
      row: 'Closure after a completed PAR',
    }));
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
