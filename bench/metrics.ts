import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { calendarsOf } from '../src/domain/calendar/site-calendars';
import type { Case } from '../src/domain/cases/case';
import { changeOf } from '../src/domain/cases/change';
import { monthOf } from '../src/domain/metrics/days';
import { metricFactsOf } from '../src/domain/metrics/metric-fact';
import { measuresOf } from '../src/domain/metrics/scorecard';
import type { Period, Scope } from '../src/domain/metrics/summary';
import { TallySheet } from '../src/domain/metrics/tally';
import { directoryOf } from '../src/domain/directory/directory';
import type { DomainContext } from '../src/domain/kernel/domain-context';
import { catchUp } from '../src/metrics/catch-up';
import { countedOf, FiguresFill } from '../scripts/demo/fill/figures-fill';
import { BASIS } from '../src/metrics/basis';
import { METRIC_FACT } from '../src/metrics/metric-fact-record';
import { metricsOf } from '../src/metrics/metrics';
import { ROLLUP } from '../src/metrics/rollup-record';
import { loadPolicies } from '../src/app/site';
import { openEngine } from '../src/storage/open-engine';
import { StoredCounting } from '../src/storage/repositories/case-counting';
import { CASE } from '../src/storage/repositories/case-record';
import type { CaseRecord } from '../src/storage/repositories/case-record';
import { StoredCases } from '../src/storage/repositories/case-repository';
import { COUNTER, Counters } from '../src/storage/repositories/counters';
import { fillSqlite } from '../scripts/demo/fill/sqlite-fill';
import type { FillEngine } from '../scripts/demo/fill/sqlite-fill';
import type { Engine, RecordKind } from '../src/storage/store';
import { chances, nthCase } from './closed-cases';
import { median, printRows } from './statistics';

const MANY = Number(process.env['BENCH_CASES'] ?? 1_000_000);
const FEW = Math.min(50_000, MANY / 4);
const OPEN = 5_000;
const OPEN_SHARE = 1 / 8;
const RUNS = 101;
const CLOSURES = 200;
const BATCH = 20_000;

const policies = loadPolicies(undefined);
const directory = directoryOf([], []);
const NOW = Date.UTC(2026, 11, 15, 12);
const context: DomainContext = { now: NOW, directory, policies, calendars: calendarsOf(directory, policies) };
const ALL: Scope = { kind: 'enterprise', name: 'Enterprise' };
/** The last whole month: the one for which the fewest cases have to be read where they are read themselves. */
const MONTH: Period = {
  from: Date.parse('2026-11-01T00:00-04:00'),
  before: Date.parse('2026-12-01T00:00-05:00'),
  name: 'November 2026',
};
const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: console.error };

// Only what the figures ask of cases is indexed, without the words of the search: the rest is no part of this, and would
// be most of the time and of the disk.
const KEPT = ['open', 'group', 'assignee', 'msc', 'openedAt', 'changedAt', 'uncounted'];
const isKept = (field: string): boolean => KEPT.includes(field) || /^open(Sla|Reason|Start)$/.test(field);
const only = <T>(fields: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => isKept(field)));
const SLIM: RecordKind<CaseRecord> = {
  name: CASE.name,
  fields: only(CASE.fields),
  indexes: CASE.indexes.filter(({ fields }) => fields.every(isKept)),
  indexed: (record) => only(CASE.indexed(record)),
};

async function stores(engine: Engine) {
  const cases = await engine.store(SLIM);
  const parts = {
    cases: new StoredCounting(cases),
    facts: await engine.store(METRIC_FACT),
    rollups: await engine.store(ROLLUP),
    basis: await engine.store(BASIS),
    context: () => context,
    log,
  };
  const wall = { now: () => Date.now() };
  const repository = new StoredCases(cases, new Counters(await engine.store(COUNTER)));
  return { parts, repository, metrics: metricsOf({ ...parts, wall }) };
}
type Site = Awaited<ReturnType<typeof stores>>;

/** Writes so many closed cases and some open ones, with their figures, into a new database. */
const fill = (dataDir: string, count: number): Promise<void> =>
  fillSqlite(
    dataDir,
    (engine) => write(engine, count),
    (kind) => {
      process.stderr.write(`\rmaking the indexes of each ${kind} ...          `);
    },
  );

async function write(engine: FillEngine, count: number): Promise<void> {
  const [store, facts, rollups] = [engine.filled(SLIM), engine.filled(METRIC_FACT), engine.filled(ROLLUP)];
  const [chance, chanceOfOpen] = [chances(7), chances(11)];
  const basis = await engine.store(BASIS);
  const figures = new FiguresFill({ facts, rollups, basis, context: () => context });
  const total = count + OPEN;
  const nth = (at: number): Case => {
    if (at < count) return nthCase(at, at / count, chance);
    // However many are closed, the same ones are open: of every age up to a quarter of a year.
    return nthCase(at, 1 - OPEN_SHARE * (1 - (at - count) / OPEN), chanceOfOpen, true);
  };
  for (let at = 0; at < total; at += BATCH) {
    const some: Case[] = [];
    for (let one = at; one < Math.min(at + BATCH, total); one += 1) some.push(nth(one));
    await Promise.all([
      ...some.map((one) => {
        const counted = countedOf(one, context);
        const record = { id: one.number, timeline: one.timeline, pending: [], counted };
        return store.insert(one.number, record);
      }),
      figures.add(some),
    ]);
    if (at % 100_000 < BATCH) process.stderr.write(`\r${at} of ${total} cases written `);
  }
  await figures.finish();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** The quickest of many runs at each site, one and the other in turn: what else the machine does is no part of it. */
async function scorecardMs(sites: readonly Site[]): Promise<readonly number[]> {
  const best = sites.map(() => Infinity);
  for (let run = 0; run < RUNS; run += 1)
    for (const [place, { metrics }] of sites.entries()) {
      const took = await timed(() => metrics.scorecard({ scope: ALL, period: MONTH }));
      best[place] = Math.min(best[place] ?? Infinity, took);
    }
  return best;
}

/** The same month from the cases themselves: all that changed since it began, and all that are open. */
async function fromCases({ parts }: Site): Promise<number> {
  const sheet = new TallySheet();
  let read = 0;
  let after: Case | undefined;
  for (;;) {
    const page = await parts.cases.changed(MONTH.from, 1_000, after);
    read += page.length;
    for (const { state: one } of page)
      for (const fact of metricFactsOf(one, context)) if (monthOf(fact.day) === '2026-11') sheet.add(fact);
    after = page.at(-1)?.state;
    if (after === undefined || page.length < 1_000) break;
  }
  measuresOf(sheet.tallies(), {}, policies.at(NOW).goals);
  return read;
}

/** Closes open cases and counts them: in milliseconds for each, one by one and all at once. */
async function closures(site: Site): Promise<{ readonly single: number; readonly together: number }> {
  const { parts, repository } = site;
  const open = await parts.cases.listOpen({}, CLOSURES * 2);
  const close = async (subject: Case): Promise<void> => {
    const saved = await repository.get(subject.number);
    if (saved === undefined) throw new Error(`${subject.number} is not there`);
    const act = { by: 'bench', at: NOW, cause: `close-${subject.number}` };
    const change = changeOf(saved.state, [{ kind: 'closed', text: 'Done.' }], act, context);
    await repository.save(saved.version, { ...change, notifications: [] });
  };
  const single: number[] = [];
  for (const subject of open.slice(0, CLOSURES)) {
    await close(subject);
    single.push(await timed(() => catchUp(parts)));
  }
  for (const subject of open.slice(CLOSURES)) await close(subject);
  const together = (await timed(() => catchUp(parts))) / CLOSURES;
  return { single: median(single), together };
}

async function withSite<T>(count: number, work: (site: Site) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casekeeper-bench-'));
  try {
    const filled = await timed(() => fill(dataDir, count));
    process.stderr.write('\r                                        \r');
    console.log(`${count} closed cases and ${OPEN} open ones written in ${(filled / 1000).toFixed(0)} s`);
    const engine = await openEngine({ dataDir });
    try {
      return await work(await stores(engine));
    } finally {
      await engine.close();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  await withSite(FEW, (small) => withSite(MANY, (site) => compare(small, site)));
}

async function compare(small: Site, site: Site): Promise<void> {
  const [few = 0, many = 0] = await scorecardMs([small, site]);
  let read = 0;
  const slow = await timed(async () => (read = await fromCases(site)));
  const cost = await closures(site);
  printRows('Metrics', [
    {
      what: `enterprise scorecard of a month, over ${MANY} closed cases against ${FEW}`,
      figure: `${many.toFixed(2)} ms`,
      against: `${few.toFixed(2)} ms`,
      ratio: many / few,
      goal: 'at most 1.3 times',
      reached: many / few <= 1.3,
    },
    {
      what: `the same from the ${read} cases that changed since the month began`,
      figure: `${many.toFixed(2)} ms`,
      against: `${slow.toFixed(0)} ms`,
      ratio: slow / many,
      goal: 'at least 100 times faster',
      reached: slow / many >= 100,
    },
  ]);
  console.log(
    `The rollup's cost: ${cost.single.toFixed(1)} ms for a closure alone, ` +
      `${cost.together.toFixed(1)} ms for each of ${CLOSURES} together.`,
  );
}

void main();
