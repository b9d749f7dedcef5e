import { caseType } from '../../domain/cases/case-type';
import type { CaseEvent } from '../../domain/cases/timeline';
import type { Case } from '../../domain/cases/case';
import { recordKind, stateOf, type StoredRecord } from '../record-kind';
import type { RecordKind } from '../store';

/** A case as it is kept. `counted`: that the figures have it up to so many entries, and how its clocks stood then. */
export type CaseRecord = StoredRecord<CaseEvent>;

/** Cases in a store, with what the figures know of each in their index. */
export const CASE: RecordKind<CaseRecord> = recordKind(caseType, ({ counted, timeline }, { state }) => ({
  uncounted: counted?.entries === timeline.length ? undefined : true,
  openSla: state === 'closed' ? undefined : counted?.sla,
}));

/** The case of a stored record. */
export const caseOf = (record: CaseRecord): Case => stateOf(caseType, record);
