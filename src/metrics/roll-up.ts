import { monthOf, type Day, type Span } from '../domain/metrics/days';
import type { MetricFact } from '../domain/metrics/metric-fact';
import { mergedTallies, talliesOf, TallySheet, type Tallies } from '../domain/metrics/tally';
import { untilSaved } from '../runtime/until-saved';
import { allOf } from '../storage/pages';
import { writeOver } from '../storage/repositories/keep';
import type { MetricsParts } from './parts';
import { ENTERPRISE, rollupId, type Party, type RollupRecord } from './rollup-record';

type Sums = Pick<RollupRecord, 'tallies' | 'own'>;
type Rollups = Pick<MetricsParts, 'facts' | 'rollups'>;

const TRIES = 50;

/**
 * Makes a rollup again. Its version is read before what it is made of, so of two who make it at once the one who read
 * earlier is refused and reads again: whoever changes what lies below and then makes it, finds their change in it.
 */
async function make({ rollups }: Rollups, span: Span, party: Party, sums: () => Promise<Sums>) {
  const id = rollupId(span, party);
  const attempt = async (): Promise<true | 'conflict'> => {
    const before = await rollups.get(id);
    const value = { span, kind: party.kind, key: party.key, ...(await sums()) };
    return (await writeOver(rollups, id, before, value)).ok || 'conflict';
  };
  await untilSaved(id, attempt, TRIES);
}

/** What a group did on a day: in all, and by the MSC for which it counts. */
export function groupSums(facts: readonly MetricFact[]): Sums {
  const own = new Map<string, TallySheet>();
  for (const fact of facts) {
    const sheet = own.get(fact.msc) ?? new TallySheet();
    own.set(fact.msc, sheet);
    sheet.add(fact);
  }
  const sorted = [...own].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    tallies: talliesOf(facts),
    own: Object.fromEntries(sorted.map(([msc, sheet]) => [msc, sheet.tallies()])),
  };
}

/** A day of an MSC, or of all, from the groups' days: each fact once. */
export const daySums = (days: readonly RollupRecord[], msc?: string): Tallies =>
  mergedTallies(
    days.flatMap(({ own = {} }): readonly Tallies[] =>
      Object.entries(own).flatMap(([key, tallies]) => (msc === undefined || key === msc ? [tallies] : [])),
    ),
  );

const factsOn = async ({ facts }: Rollups, scope: 'group' | 'person', key: string, day: Day) =>
  (await allOf(facts, { [scope]: key, day })).map(({ value }) => value.mark);

/** The days that a party has in a month. */
export const daysIn = async ({ rollups }: Rollups, { kind, key }: Party, month: Span) => {
  const days = Array.from({ length: 31 }, (_, nth) => `${month}-${String(nth + 1).padStart(2, '0')}`);
  const found = await Promise.all(days.map((day) => rollups.get(rollupId(day, { kind, key }))));
  return found.flatMap((stored) => stored?.value ?? []);
};

/**
 * Makes every rollup again that these facts have a part in: the days of groups and persons from the facts, the days of MSCs
 * and of all from the groups', and the months from the days. What does not stand on one another is made together, so that
 * the store is waited for three times.
 */
export async function rollUp(facts: readonly MetricFact[], parts: Rollups): Promise<void> {
  const groups = distinct(facts.map(({ group, day }) => [group, day]));
  const people = distinct(facts.flatMap(({ person, day }) => (person === undefined ? [] : [[person, day]])));
  const mscs = distinct(facts.map(({ msc, day }) => [msc, day]));
  const days = distinct(facts.map(({ day }) => ['', day]));
  await inTurn([
    ...groups.map(([key, day]) => () => {
      const sums = async (): Promise<Sums> => groupSums(await factsOn(parts, 'group', key, day));
      return make(parts, day, { kind: 'group', key }, sums);
    }),
    ...people.map(([key, day]) => () => {
      const sums = async (): Promise<Sums> => ({
        tallies: talliesOf(await factsOn(parts, 'person', key, day)),
      });
      return make(parts, day, { kind: 'person', key }, sums);
    }),
  ]);
  const groupsOn = async (day: Day) =>
    (await allOf(parts.rollups, { kind: 'group', span: day })).map(({ value }) => value);
  const monthsOf = (kind: Party['kind'], keys: readonly Pair[]) =>
    distinct(keys.map(([key, day]) => [key, monthOf(day)])).map(([key, month]) => () => {
      const party = { kind, key };
      return make(parts, month, party, async () => ({
        tallies: mergedTallies((await daysIn(parts, party, month)).map(({ tallies }) => tallies)),
      }));
    });
  await inTurn([
    ...mscs.map(([key, day]) => () => {
      const sums = async (): Promise<Sums> => ({ tallies: daySums(await groupsOn(day), key) });
      return make(parts, day, { kind: 'msc', key }, sums);
    }),
    ...days.map(([, day]) => () => {
      const sums = async (): Promise<Sums> => ({ tallies: daySums(await groupsOn(day)) });
      return make(parts, day, ENTERPRISE, sums);
    }),
    ...monthsOf('group', groups),
    ...monthsOf('person', people),
  ]);
  await inTurn([...monthsOf('msc', mscs), ...monthsOf('enterprise', days)]);
}

type Pair = readonly [string, string];

const distinct = (pairs: readonly (readonly string[])[]): readonly Pair[] => [
  ...new Map(pairs.map(([a = '', b = '']) => [`${a}|${b}`, [a, b] as const])).values(),
];

/** In batches, so that the store is not awaited for each one, and others are answered in between. */
const AT_A_TIME = 25;

async function inTurn(all: readonly (() => Promise<void>)[]): Promise<void> {
  for (let at = 0; at < all.length; at += AT_A_TIME)
    await Promise.all(all.slice(at, at + AT_A_TIME).map((one) => one()));
}
