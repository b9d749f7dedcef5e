import type { Day, Span } from '../domain/metrics/days';
import type { Difference } from '../domain/metrics/difference';
import type { MetricFact } from '../domain/metrics/metric-fact';
import { mergedTallies, talliesOf, type Tallies } from '../domain/metrics/tally';
import { MSC_NAMES } from '../domain/directory/directory';
import { allOf } from '../storage/pages';
import type { MetricsParts } from './parts';
import { daySums, daysIn, groupSums } from './roll-up';
import { ENTERPRISE, rollupId, type Party, type RollupRecord } from './rollup-record';

/** What was found, and of how many rollups. */
interface Looked {
  readonly differences: readonly Difference[];
  readonly rollups: number;
}

/** Where the rollups of a day differ from its facts; facts of cases that have none there are told too. */
export async function dayDifferences(day: Day, parts: MetricsParts): Promise<Looked> {
  const { rollups, context } = parts;
  const keptOf = async (kind: Party['kind']) =>
    (await allOf(rollups, { kind, span: day })).map(({ value }) => value);
  const groups = await keptOf('group');
  const keys = new Set([
    ...context().directory.groups.map(({ key }) => key),
    ...groups.map(({ key }) => key),
  ]);
  const told: RollupRecord[] = [];
  const facts: MetricFact[] = [];
  for (const key of keys) {
    const its = (await allOf(parts.facts, { group: key, day })).map(({ value }) => value.mark);
    facts.push(...its);
    told.push({ span: day, kind: 'group', key, ...groupSums(its) });
  }
  const byPerson = new Map<string, MetricFact[]>();
  for (const fact of facts)
    if (fact.person !== undefined) byPerson.set(fact.person, [...(byPerson.get(fact.person) ?? []), fact]);
  const of = (kind: Party['kind'], key: string, tallies: Tallies): RollupRecord => ({
    span: day,
    kind,
    key,
    tallies,
  });
  const all = [
    ...told,
    ...[...byPerson].map(([key, its]) => of('person', key, talliesOf(its))),
    // Plus what the Level 1 groups did, which belong to no MSC.
    ...[...Object.keys(MSC_NAMES), 'enterprise'].map((msc) => of('msc', msc, daySums(told, msc))),
    of('enterprise', ENTERPRISE.key, daySums(told)),
  ];
  const kept = [
    ...groups,
    ...(await keptOf('person')),
    ...(await keptOf('msc')),
    ...(await keptOf('enterprise')),
  ];
  return compared(kept, all);
}

/** Where the rollups of a month differ from those of its days. */
export async function monthDifferences(month: Span, parts: MetricsParts): Promise<Looked> {
  const kept: RollupRecord[] = [];
  const told: RollupRecord[] = [];
  for (const kind of ['group', 'person', 'msc', 'enterprise'] as const)
    for (const { value } of await allOf(parts.rollups, { kind, span: month })) {
      const days = await daysIn(parts, value, month);
      kept.push(value);
      told.push({
        span: month,
        kind,
        key: value.key,
        tallies: mergedTallies(days.map(({ tallies }) => tallies)),
      });
    }
  return compared(kept, told);
}

/** An empty rollup and none at all are the same. */
function compared(kept: readonly RollupRecord[], told: readonly RollupRecord[]): Looked {
  const byId = (all: readonly RollupRecord[]) => new Map(all.map((one) => [rollupId(one.span, one), one]));
  const [one, other] = [byId(kept), byId(told)];
  // Equal sums are equal text: lists and MSCs stand in alphabetical order.
  const sums = (of: RollupRecord | undefined) =>
    JSON.stringify([of?.tallies ?? {}, withoutEmpty(of?.own ?? {})]);
  const all = [...new Set([...one.keys(), ...other.keys()])];
  const ids = all.filter((id) => [one, other].some((side) => sums(side.get(id)) !== sums(undefined)));
  return {
    rollups: ids.length,
    differences: ids.flatMap((id) =>
      sums(one.get(id)) === sums(other.get(id))
        ? []
        : [{ what: id, kept: inShort(one.get(id)), told: inShort(other.get(id)) }],
    ),
  };
}

const withoutEmpty = (own: Readonly<Record<string, Tallies>>): Record<string, Tallies> =>
  Object.fromEntries(Object.entries(own).filter(([, tallies]) => Object.keys(tallies).length > 0));

const inShort = (of: RollupRecord | undefined): string =>
  of === undefined
    ? 'nothing'
    : `${Object.values(of.tallies).reduce((sum, { count }) => sum + count, 0)} counted, ${Object.values(of.tallies).reduce((sum, { met }) => sum + met, 0)} met`;
