import { changeOf as changeOfRecord } from '../kernel/change-of';
import type { Act } from '../kernel/entry';
import type { RecordChange } from '../kernel/record-type';
import type { DomainContext } from '../kernel/domain-context';
import type { Case } from './case';
import { caseType } from './case-type';
import type { CaseEvent } from './timeline';

/** A case with the notifications that its change makes; both are saved in one write. */
export type CaseChange = RecordChange<Case>;

/** A new case from its first events, of which the first is `opened`. */
export const openCase = (
  number: string,
  events: readonly CaseEvent[],
  act: Act,
  context: DomainContext,
): CaseChange => changeOfRecord(caseType, number, undefined, events, act, context);

/** A case after the events were appended. */
export const changeOf = (
  before: Case,
  events: readonly CaseEvent[],
  act: Act,
  context: DomainContext,
): CaseChange => changeOfRecord(caseType, before.number, before, events, act, context);
