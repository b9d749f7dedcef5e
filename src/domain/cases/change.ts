import { changeOf as changeOfRecord } from '../kernel/change-of';
import type { Act } from '../kernel/entry';
import type { RecordChange } from '../kernel/record-type';
import type { World } from '../kernel/world';
import type { Case } from './case';
import { caseType } from './case-type';
import type { Happening } from './timeline';

/** A case with the notifications that its change makes; both are saved in one write. */
export type CaseChange = RecordChange<Case>;

/** A new case from its first happenings, of which the first is `opened`. */
export const openCase = (
  number: string,
  happenings: readonly Happening[],
  act: Act,
  world: World,
): CaseChange => changeOfRecord(caseType, number, undefined, happenings, act, world);

/** A case after the happenings were appended. */
export const changeOf = (
  before: Case,
  happenings: readonly Happening[],
  act: Act,
  world: World,
): CaseChange => changeOfRecord(caseType, before.number, before, happenings, act, world);
