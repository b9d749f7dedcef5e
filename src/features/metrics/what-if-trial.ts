import { measureRow } from '../../domain/metrics/measures';
import { readPeriod } from '../../domain/metrics/read-period';
import type { CrtMeasure } from '../../domain/metrics/scorecard';
import { zoneOf, type Period, type Scope } from '../../domain/metrics/summary';
import { MAX_DAYS } from '../../domain/metrics/tally';
import type { FieldFault, Result } from '../../domain/kernel/refusal';
import { crtCalled } from '../../commands/resolve/measure-named';
import { readScope } from '../../commands/resolve/scope-named';
import type { Asking } from './read-words';

/** A goal to try, in the words of a form or the keys of a button. */
export interface TrialInput {
  readonly measure: string;
  readonly days: string;
  readonly scope: string;
  readonly period: string;
}

/** A goal to try: so many business days, on the cases of a scope and a period. */
export interface Trial {
  readonly measure: CrtMeasure;
  readonly days: number;
  readonly scope: Scope;
  readonly period: Period;
}

type TrialRead =
  | { readonly ok: true; readonly value: Trial }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/** As far as the figures tell whole days apart. */
export const [MIN, MAX] = [1, MAX_DAYS];

const DAYS_WANTED = `Enter a whole number from ${MIN} to ${MAX}, such as 6.`;
const MEASURE_WANTED = `Only resolution time has a goal in days. Choose one, such as ${measureRow('enterprise-crt').name}.`;

/** Reads a goal to try; every fault at its field, all at once. Without a measure it is the enterprise's, of all levels. */
export function readTrial(input: TrialInput, asking: Asking): TrialRead {
  const days = /^\d{1,4}$/.test(input.days) ? Number(input.days) : 0;
  const measure = input.measure === '' ? 'enterprise-crt' : crtCalled(input.measure);
  const scope = readScope(input.scope, asking);
  const zone = zoneOf(scope.ok ? scope.value : { kind: 'enterprise', name: '' }, asking.directory);
  const period = readPeriod(input.period, asking.now, zone);
  const isInRange = days >= MIN && days <= MAX;
  if (isInRange && measure !== undefined && scope.ok && period.ok)
    return { ok: true, value: { measure, days, scope: scope.value, period: period.value } };
  return {
    ok: false,
    faults: [
      ...(isInRange ? [] : [{ field: 'days', message: DAYS_WANTED }]),
      ...(measure === undefined ? [{ field: 'measure', message: MEASURE_WANTED }] : []),
      ...faultsOf(scope),
      ...faultsOf(period),
    ],
  };
}

const faultsOf = (read: Result<unknown>): readonly FieldFault[] => (read.ok ? [] : read.refusal.faults);
