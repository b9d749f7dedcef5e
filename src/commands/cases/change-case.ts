import type { Case } from '../../domain/cases/case';
import { caseType } from '../../domain/cases/case-type';
import { mayNow } from '../../domain/cases/decision';
import type { CaseAction } from '../../domain/cases/permissions';
import type { Happening } from '../../domain/cases/timeline';
import { no } from '../../domain/kernel/result';
import type { Result } from '../../domain/kernel/result';
import { refusal } from '../../domain/kernel/refusal';
import { changeInTurn } from '../change-in-turn';
import { refuse } from '../command';
import type { CommandContext, Outcome } from '../command';
import { doneReply } from './case-reply';

/**
 * What to do to a case: the action that has to be permitted, the decision, and what is said once it is done. `said` is
 * given the case as the change left it, also when the form is sent again later.
 */
interface CaseChangePlan {
  readonly action: CaseAction;
  decide(current: Case): Result<readonly Happening[]>;
  readonly said: (after: Case) => string;
}

/** Changes a case, and shows it as it is then; an activity that was handled before is answered as it was then (rule CA-11). */
export async function changeCase(
  context: CommandContext,
  number: string,
  { action, decide, said }: CaseChangePlan,
): Promise<Outcome> {
  const permitted = (current: Case): Result<readonly Happening[]> => {
    const may = mayNow(action, current, context.actor, context);
    return may.ok ? decide(current) : no(may.refusal);
  };
  const kept = { type: caseType, records: context.cases };
  const changed = await changeInTurn(kept, number, permitted, context);
  switch (changed.kind) {
    case 'changed':
    case 'unchanged':
      return doneReply(changed.saved.state, said, context);
    case 'missing':
      return refuse(refusal('no-such-case', { number }));
    case 'refused':
      return refuse(changed.refusal);
    case 'standing':
      return refuse(prAlreadyOpen(changed.wanted.details.pr ?? '', changed.saved.id));
  }
}

// Rule ES-6: shown at the PR field of the form, where it has one.
export const prAlreadyOpen = (pr: string, holder: string) =>
  refusal('pr-already-open', { pr, number: holder }, [
    { field: 'pr', message: `${holder} is open with this PR number: one case, one PR.` },
  ]);
