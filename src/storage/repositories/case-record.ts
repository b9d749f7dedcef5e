import { caseType } from '../../domain/cases/case-type';
import type { CaseEvent } from '../../domain/cases/timeline';
import type { Case } from '../../domain/cases/case';
import { recordKind, stateOf, type StoredRecord } from '../record-kind';
import type { RecordKind } from '../store';

/** A stored case. `counted`: up to how many entries the metrics have it, and the state of its clocks then. */
export type CaseRecord = StoredRecord<CaseEvent>;

/** Cases in a store, indexed with what the metrics have of each. */
export const CASE: RecordKind<CaseRecord> = recordKind(caseType, ({ counted, timeline }, { state }) => ({
  uncounted: counted?.entries === timeline.length ? undefined : true,
  openSla: state === 'closed' ? undefined : counted?.sla,
}));

/** The case of a stored record. */
export const caseOf = (record: CaseRecord): Case => stateOf(caseType, record);
