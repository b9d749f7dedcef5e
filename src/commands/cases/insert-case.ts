import type { Case } from '../../domain/cases/case';
import { openCase } from '../../domain/cases/change';
import type { CaseDetails } from '../../domain/cases/details/details';
import type { Actor, Happening, Where } from '../../domain/cases/timeline';
import type { World } from '../../domain/kernel/world';
import type { CaseRepository } from '../../ports/cases';

// A number is taken by another only if numbering and cases disagree; the next one is free then.
const TRIES = 4;

/** `before`: an act of the same cause had made it already. */
type Inserted =
  | { readonly kind: 'made' | 'before'; readonly case: Case }
  | { readonly kind: 'pr-already-open'; readonly pr: string; readonly holder: string };

/** Open cases that look the same (rule CA-3). */
export const similarTo = ({ account, nsn, pr, requisition }: CaseDetails, cases: CaseRepository) =>
  cases.similar({
    account: account.code,
    ...(nsn === undefined ? {} : { nsn }),
    ...(pr === undefined ? {} : { pr }),
    ...(requisition === undefined ? {} : { requisition }),
  });

/** Records a new case under the next number: once for a cause, and one open case a PR (rules CA-7, ES-6). */
export async function insertCase(
  happenings: readonly Happening[],
  act: { readonly by: Actor; readonly cause: string; readonly where?: Where },
  world: World,
  cases: CaseRepository,
): Promise<Inserted> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const number = await cases.nextNumber();
    const change = openCase(number, happenings, { ...act, at: world.now }, world);
    const outcome = await cases.insert(change);
    switch (outcome.kind) {
      case 'saved':
        return { kind: 'made', case: outcome.saved.case };
      case 'already-done': {
        const read = await cases.get(outcome.number);
        if (read === undefined) throw new Error(`${outcome.number} was made and is not there`);
        return { kind: 'before', case: read.case };
      }
      case 'pr-already-open':
        return { kind: 'pr-already-open', pr: change.case.details.pr ?? '', holder: outcome.number };
      case 'conflict':
        break;
    }
  }
  throw new Error('No free case number was found');
}
