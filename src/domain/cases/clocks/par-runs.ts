import type { Entry, Par } from '../timeline';
import { normalNumber } from '../../kernel/text/document-number';
import type { Policy } from '../../policy/policy';
import { endsWork, type Step } from './steps';
import type { Run } from './run';
import { runsBetween } from './runs-between';

const IPG_TITLES: Readonly<Record<Par['ipg'], string>> = {
  I: 'IPG I',
  II: 'IPG II',
  III: 'IPG III',
  other: 'all others',
};

/**
 * The follow-up on a status PAR (rule CK-8, DLAM 3000.05 E5 3), owed by Level 2: runs from its submission until it is
 * followed up, and then again, until the PAR is completed or withdrawn. Nothing else is a follow-up: no note, no update of Level 3, no
 * status to the customer. It starts over where the case is reopened with the PAR still open.
 */
export function parFollowUpRuns(steps: readonly Step[], policy: Policy): readonly Run[] {
  let open: Par | undefined;
  return steps.flatMap((step, index) => {
    const { entry } = step;
    const before = open;
    open = parOf(step) ?? (endsPar(entry) === open?.number ? undefined : open);
    const par = entry.kind === 'reopened' || open?.number !== before?.number ? open : undefined;
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
 * resolution to the first closure, and ends when a new PAR is submitted or the answer is judged again.
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

/** The PAR that an entry brings. Numbers are compared as the system of record keeps them (rule ES-6). */
function parOf({ entry }: Step): Par | undefined {
  const par = entry.kind === 'par-submitted' || entry.kind === 'escalated' ? entry.par : undefined;
  return par && { ...par, number: normalNumber('PAR', par.number) };
}

/** The number of the PAR that waits for no answer any longer with the entry. */
const endsPar = (entry: Entry): string | undefined =>
  entry.kind === 'par-completed' || entry.kind === 'par-withdrawn'
    ? normalNumber('PAR', entry.number)
    : undefined;

const owedBy = ({ after }: Step): string => after.level2OfRecord?.group ?? after.group;
const followUpOf = (number: string) => ({
  owedBy,
  restarts: true,
  meets: ({ entry }: Step) =>
    entry.kind === 'par-followed-up' && normalNumber('PAR', entry.number) === number,
  ends: (step: Step) =>
    // The same PAR again is the one that the case was escalated with.
    (parOf(step)?.number ?? number) !== number || endsPar(step.entry) === number || endsWork(step.entry),
});
const CLOSURE = {
  owedBy,
  restarts: false,
  meets: ({ entry }: Step) => entry.kind === 'closed',
  ends: (step: Step) => parOf(step) !== undefined || step.entry.kind === 'par-completed',
};
