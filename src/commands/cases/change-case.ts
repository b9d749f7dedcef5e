import { alreadyDone, changeOf } from '../../domain/cases/change';
import type { Case } from '../../domain/cases/case';
import { mayNow } from '../../domain/cases/decision';
import type { Happening } from '../../domain/cases/timeline';
import type { CaseAction } from '../../domain/cases/permissions';
import { refusal } from '../../domain/kernel/refusal';
import type { Result } from '../../domain/kernel/result';
import { refuse } from '../command';
import type { CommandContext, Outcome } from '../command';
import { doneReply } from './case-reply';
import { whereOf } from '../where-of';

// A case is rarely changed by many at once; after this many tries the person decides anew from the fresh card.
const TRIES = 4;

/**
 * What to do to a case: the action that has to be permitted, the decision, and what is said once it is done. `said` is
 * given the case as the change left it, also when the form is sent again later.
 */
interface CaseChangePlan {
  readonly action: CaseAction;
  decide(current: Case): Result<readonly Happening[]>;
  readonly said: (after: Case) => string;
}

/**
 * Changes a case: load → decide → save with the version that was read. A conflict is decided again from the fresh
 * document; an activity that was handled before is answered as it was then (rule CA-11).
 */
export async function changeCase(
  context: CommandContext,
  number: string,
  plan: CaseChangePlan,
): Promise<Outcome> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const read = await context.cases.get(number);
    if (read === undefined) return refuse(refusal('no-such-case', { number }));
    const current = read.case;
    if (alreadyDone(current, context.cause)) return doneReply(current, plan.said, context);
    const may = mayNow(plan.action, current, context.actor, context);
    if (!may.ok) return refuse(may.refusal);
    const decided = plan.decide(current);
    if (!decided.ok) return refuse(decided.refusal);
    const where = whereOf(context.place, context.directory);
    const act = { by: context.actor.id, at: context.now, cause: context.cause, where };
    const change = changeOf(current, decided.value, act, context);
    const outcome = await context.cases.save(read.version, change);
    switch (outcome.kind) {
      case 'saved':
        context.saved?.(number);
        return doneReply(outcome.saved.case, plan.said, context);
      case 'already-done':
        return showAgain(context, outcome.number, plan);
      case 'pr-already-open':
        return refuse(prAlreadyOpen(change.case.details.pr ?? '', outcome.number));
      case 'conflict':
        break;
    }
  }
  return refuse(refusal('changed-meanwhile', { number }));
}

async function showAgain(
  context: CommandContext,
  number: string,
  { said }: CaseChangePlan,
): Promise<Outcome> {
  const read = await context.cases.get(number);
  return read === undefined
    ? refuse(refusal('no-such-case', { number }))
    : doneReply(read.case, said, context);
}

// Rule ES-6: shown at the PR field of the form, where it has one.
export const prAlreadyOpen = (pr: string, holder: string) =>
  refusal('pr-already-open', { pr, number: holder }, [
    { field: 'pr', message: `${holder} is open with this PR number: one case, one PR.` },
  ]);
