import { metricFactId, metricFactsOf, isSameFact, type MetricFact } from '../domain/metrics/metric-fact';
import { slaStateOf } from '../domain/metrics/open-figures';
import type { SavedCase } from '../ports/cases';
import type { Stored } from '../storage/store';
import type { MetricFactRecord } from './metric-fact-record';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';

/** The unsettled facts of a case that are known to be what its timeline says: id and version. */
export type Known = readonly string[];

export const knownAs = ({ id, version }: Pick<Stored<unknown>, 'id' | 'version'>): string =>
  `${id}@${version}`;

/** A case that the metrics have is counted again: told each fact that is other than it was, with its next due time. */
export interface Again {
  changed(fact: MetricFact): void;
  readonly nextDueAt: number | undefined;
}

/**
 * Brings the facts of a case to what its timeline says, then notes on the case that the metrics have it. A case that was
 * changed in the meantime stays uncounted and is met again; its facts, unsettled until then, are looked at once more. Answers
 * the facts that wait for their rollups; undefined if someone else was at work on the case too.
 */
export async function syncFacts(
  { state: subject, version }: SavedCase,
  { cases, facts, context }: MetricsParts,
  again?: Again,
): Promise<Known | undefined> {
  const now = context();
  const wanted = new Map(metricFactsOf(subject, now).map((fact) => [metricFactId(fact), fact]));
  const standing = await allOf(facts, { number: subject.number });
  const there = new Map(standing.map((stored) => [stored.id, stored]));
  const written = await Promise.all([
    ...[...wanted].map(([id, fact]) => put(id, fact, there.get(id))),
    ...standing.filter(({ id }) => !wanted.has(id)).map((stored) => takeBack(stored)),
  ]);
  if (written.includes(false)) return undefined;
  const sla = slaStateOf(subject, now);
  if (!(await cases.setCounted(subject.number, version, sla, again))) {
    // Counted in this very version by another: the facts are the same.
    const current = await cases.find(subject.number);
    if (current?.version !== version || !current.counted) return undefined;
  }
  return written.flatMap((known) => (typeof known === 'string' ? [known] : []));

  async function put(
    id: string,
    fact: MetricFact,
    known?: Stored<MetricFactRecord>,
  ): Promise<string | boolean> {
    if (known !== undefined && isSameFact(known.value.mark, fact)) {
      if (known.value.unsettled === undefined) return true;
      if (known.value.unsettled === 'new') return knownAs(known);
    }
    again?.changed(fact);
    const value: MetricFactRecord = { mark: fact, unsettled: 'new' };
    const put = known ? await facts.replace(id, known.version, value) : await facts.insert(id, value);
    return put.ok && knownAs(put.record);
  }

  async function takeBack(known: Stored<MetricFactRecord>): Promise<string | boolean> {
    if (known.value.unsettled === 'gone') return knownAs(known);
    again?.changed(known.value.mark);
    const gone = await facts.replace(known.id, known.version, { mark: known.value.mark, unsettled: 'gone' });
    return gone.ok && knownAs(gone.record);
  }
}
