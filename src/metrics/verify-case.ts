import type { Case } from '../domain/cases/case';
import type { Days } from '../domain/metrics/days';
import type { Difference } from '../domain/metrics/difference';
import { markId, marksOf, sameMark } from '../domain/metrics/mark';
import type { Mark } from '../domain/metrics/mark';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';

/** Where the marks of a case that are kept differ from what its timeline tells, on these days. */
export async function caseDifferences(
  subject: Case,
  { from, to }: Days,
  { marks, context }: MetricsParts,
): Promise<readonly Difference[]> {
  const byId = (all: readonly Mark[]): ReadonlyMap<string, Mark> =>
    new Map(all.filter(({ day }) => day >= from && day <= to).map((mark) => [markId(mark), mark]));
  const standing = await allOf(marks, { number: subject.number });
  const kept = byId(standing.flatMap(({ value }) => (value.unsettled === 'gone' ? [] : [value.mark])));
  const told = byId(marksOf(subject, context()));
  return [...new Set([...kept.keys(), ...told.keys()])].flatMap((id) => {
    const [one, other] = [kept.get(id), told.get(id)];
    return sameMark(one, other) ? [] : [{ what: id, kept: inShort(one), told: inShort(other) }];
  });
}

const inShort = (mark: Mark | undefined): string =>
  mark === undefined ? 'nothing' : `${mark.list}, ${mark.met ? 'met' : 'not met'}, ${mark.worse} ms`;
