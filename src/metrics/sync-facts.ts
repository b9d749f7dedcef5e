import { markId, marksOf, sameMark } from '../domain/metrics/mark';
import type { Mark } from '../domain/metrics/mark';
import { slaStateOf } from '../domain/metrics/open-figures';
import type { SavedCase } from '../ports/cases';
import type { Stored } from '../storage/store';
import type { MarkRecord } from './mark-record';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';

/** The unsettled marks of a case that are known to be what its timeline says: id and version. */
export type Known = readonly string[];

export const knownAs = ({ id, version }: Pick<Stored<unknown>, 'id' | 'version'>): string =>
  `${id}@${version}`;

/** A case that the figures have is counted again: told each mark that is other than it was, with its next due time. */
export interface Again {
  changed(mark: Mark): void;
  readonly nextDueAt: number | undefined;
}

/**
 * Brings the marks of a case to what its timeline says, then notes on the case that the figures have it. A case that was
 * changed meanwhile stays uncounted and is met again; its marks, unsettled until then, are looked at once more. Answers
 * the marks that wait for their rollups; undefined where someone else was at work on the case too.
 */
export async function syncFacts(
  { state: subject, version }: SavedCase,
  { cases, marks, context }: MetricsParts,
  again?: Again,
): Promise<Known | undefined> {
  const now = context();
  const wanted = new Map(marksOf(subject, now).map((mark) => [markId(mark), mark]));
  const standing = await allOf(marks, { number: subject.number });
  const there = new Map(standing.map((stored) => [stored.id, stored]));
  const written = await Promise.all([
    ...[...wanted].map(([id, mark]) => put(id, mark, there.get(id))),
    ...standing.filter(({ id }) => !wanted.has(id)).map((stored) => takeBack(stored)),
  ]);
  if (written.includes(false)) return undefined;
  const sla = slaStateOf(subject, now);
  if (!(await cases.setCounted(subject.number, version, sla, again))) {
    // Counted in this very version by another: the marks are the same.
    const current = await cases.find(subject.number);
    if (current?.version !== version || !current.counted) return undefined;
  }
  return written.flatMap((known) => (typeof known === 'string' ? [known] : []));

  async function put(id: string, mark: Mark, known?: Stored<MarkRecord>): Promise<string | boolean> {
    if (known !== undefined && sameMark(known.value.mark, mark)) {
      if (known.value.unsettled === undefined) return true;
      if (known.value.unsettled === 'new') return knownAs(known);
    }
    again?.changed(mark);
    const value: MarkRecord = { mark, unsettled: 'new' };
    const put = known ? await marks.replace(id, known.version, value) : await marks.insert(id, value);
    return put.ok && knownAs(put.record);
  }

  async function takeBack(known: Stored<MarkRecord>): Promise<string | boolean> {
    if (known.value.unsettled === 'gone') return knownAs(known);
    again?.changed(known.value.mark);
    const gone = await marks.replace(known.id, known.version, { mark: known.value.mark, unsettled: 'gone' });
    return gone.ok && knownAs(gone.record);
  }
}
