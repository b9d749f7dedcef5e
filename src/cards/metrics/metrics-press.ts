import type { Priority } from '../../domain/cases/details/details';
import type { AgeKey, SlaState } from '../../domain/metrics/open-figures';
import type { Measure } from '../../domain/metrics/summary';
import type { Button } from '../shared/card-value';

/** Scope and period of the card as its buttons carry them. */
export interface KeysAsked {
  readonly scope: string;
  readonly period: string;
}

/** What a press on a measure opens: the one place to change it. */
const MEASURE_VERB = 'metrics.measure';

/** A press on the number of a measure, or on that of one priority. */
export const pressOf = (
  title: string,
  { scope, period }: KeysAsked,
  measure: Measure['key'],
  priority?: Priority,
): Button => ({
  title,
  verb: priority === undefined ? MEASURE_VERB : 'metrics.cases',
  data: { scope, period, measure, ...(priority === undefined ? {} : { priority }) },
});

/** Which open cases: all of the scope, or by one of the three. */
export interface OpenKeys {
  readonly sla?: SlaState;
  readonly reason?: string;
  readonly age?: AgeKey;
}

/** A press on a number of open cases, which are counted now; the period is carried for the way back. */
export const pressOpen = (title: string, { scope, period }: KeysAsked, by: OpenKeys = {}): Button => ({
  title,
  verb: 'metrics.open',
  data: { scope, period, ...by },
});
