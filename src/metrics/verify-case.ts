import type { Case } from '../domain/cases/case';
import type { Days } from '../domain/metrics/days';
import type { Difference } from '../domain/metrics/difference';
import { metricFactId, metricFactsOf, isSameFact, type MetricFact } from '../domain/metrics/metric-fact';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';

/** Where the facts of a case that are kept differ from what its timeline tells, on these days. */
export async function caseDifferences(
  subject: Case,
  { from, to }: Days,
  { facts, context }: MetricsParts,
): Promise<readonly Difference[]> {
  const byId = (all: readonly MetricFact[]): ReadonlyMap<string, MetricFact> =>
    new Map(all.filter(({ day }) => day >= from && day <= to).map((fact) => [metricFactId(fact), fact]));
  const standing = await allOf(facts, { number: subject.number });
  const kept = byId(standing.flatMap(({ value }) => (value.unsettled === 'gone' ? [] : [value.mark])));
  const told = byId(metricFactsOf(subject, context()));
  return [...new Set([...kept.keys(), ...told.keys()])].flatMap((id) => {
    const [one, other] = [kept.get(id), told.get(id)];
    return isSameFact(one, other) ? [] : [{ what: id, kept: inShort(one), told: inShort(other) }];
  });
}

const inShort = (fact: MetricFact | undefined): string =>
  fact === undefined ? 'nothing' : `${fact.list}, ${fact.met ? 'met' : 'not met'}, ${fact.worse} ms`;
