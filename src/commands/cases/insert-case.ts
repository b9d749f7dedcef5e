import type { Case } from '../../domain/cases/case';
import { caseType } from '../../domain/cases/case-type';
import type { CaseDetails } from '../../domain/cases/details/details';
import type { CaseEvent } from '../../domain/cases/timeline';
import type { Act } from '../../domain/kernel/entry';
import { refusal } from '../../domain/kernel/refusal';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { CaseRepository } from '../../ports/cases';
import { insertRecord } from '../../records/change-record';

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
  events: readonly CaseEvent[],
  act: Omit<Act, 'at'>,
  context: DomainContext,
  cases: CaseRepository,
): Promise<Inserted> {
  const kept = { type: caseType, records: cases };
  const inserted = await insertRecord(kept, { ...act, at: context.now }, events, context);
  const { saved } = inserted;
  if (inserted.kind === 'changed') return { kind: 'made', case: saved.state };
  if (inserted.index === 'cause') return { kind: 'before', case: saved.state };
  return { kind: 'pr-already-open', pr: inserted.wanted.details.pr ?? '', holder: saved.id };
}

// Rule ES-6: shown at the PR field of the form, if it has one.
export const prAlreadyOpen = (pr: string, holder: string) =>
  refusal('pr-already-open', { pr, number: holder }, [
    { field: 'pr', message: `${holder} is open with this PR number. A PR can be on only one open case.` },
  ]);
