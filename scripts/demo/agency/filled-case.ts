import { metricFactsOf } from '../../../src/domain/metrics/metric-fact';
import type { MetricFact } from '../../../src/domain/metrics/metric-fact';
import { countedOf } from '../fill/figures-fill';
import type { CaseRecord } from '../../../src/storage/repositories/case-record';
import type { Agency } from './agency';

/** A case of the agency as it is kept, with what it adds to the figures. */
export interface FilledCase {
  readonly record: CaseRecord;
  readonly facts: readonly MetricFact[];
}

/** The nth case, counted already and with nothing left to send. */
function filledCase(agency: Agency, nth: number): FilledCase {
  const { state: subject, nextDueAt } = agency.life(nth).standing;
  const context = agency.worldAt(agency.plan.until);
  const { number, timeline } = subject;
  const counted = countedOf(subject, context);
  const due = nextDueAt === undefined ? {} : { nextDueAt };
  return {
    record: { id: number, timeline, pending: [], counted, ...due },
    facts: metricFactsOf(subject, context),
  };
}

/** The cases from one up to another, the latter not among them. */
export const filledCases = (agency: Agency, from: number, before: number): readonly FilledCase[] =>
  Array.from({ length: before - from }, (_, place) => filledCase(agency, from + place));
