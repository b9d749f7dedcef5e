import { mkdtempSync, writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { startHouse } from '../src/compose';
import { calendarsOf } from '../src/domain/clocks/site-calendars';
import type { Case } from '../src/domain/cases/case';
import { directoryOf, MSC_NAMES } from '../src/domain/people/directory';
import type { Group } from '../src/domain/people/directory';
import { monthOfKey } from '../src/domain/reports/report-key';
import type { World } from '../src/domain/world';
import { signedLinks } from '../src/links/signed-links';
import { countedOf, FiguresFill } from '../src/metrics/fill';
import { MARK } from '../src/metrics/mark-record';
import { metricsOf } from '../src/metrics/metrics';
import { ROLLUP } from '../src/metrics/rollup-record';
import { reportsOf } from '../src/reports/reports';
import { loadPolicies } from '../src/site';
import { openEngine } from '../src/storage/open-engine';
import { openRepositories } from '../src/storage/open-repositories';
import { linkSecretOf } from '../src/storage/link-secret';
import { CASE } from '../src/storage/repositories/case-record';
import { chances, nthCase } from './closed-cases';

const NOW = Date.UTC(2026, 10, 20, 15);
const [mode = 'look', dir = mkdtempSync('/tmp/report-')] = process.argv.slice(2);
const groups: Group[] = [
  'aviation',
  'land-and-maritime',
  'troop-support',
  'distribution',
  'disposition',
].flatMap((msc) =>
  [1, 2, 3].flatMap((level) =>
    [0, 1, 2, 3].map((n): Group => ({
      key: `L${level}-${msc}-${n}`,
      name: `${MSC_NAMES[msc as 'aviation']} ${level === 3 ? 'Supplier' : 'Customer'} Operations ${n + 1}`,
      msc: msc as 'aviation',
      level: level as 1,
      bpid: 'x',
      zone: 'America/New_York',
      holidays: [],
      gatekeepers: [],
      supervisors: [],
      agents: [],
    })),
  ),
);
const directory = directoryOf(groups, []);
const policies = loadPolicies(undefined);
const world: World = {
  now: NOW,
  directory,
  policies,
  calendars: calendarsOf(directory, policies),
  environment: 'training',
};
const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: console.error, error: console.error };

async function main() {
  const engine = await openEngine({ dataDir: dir });
  const repositories = await openRepositories(engine);
  const [store, marks, rollups] = await Promise.all([
    engine.store(CASE),
    engine.store(MARK),
    engine.store(ROLLUP),
  ]);
  const parts = { cases: repositories.counting, marks, rollups, world: () => world, log };
  const metrics = metricsOf({ ...parts, wall: { now: () => Date.now() } });
  if ((await store.count({ open: false })) === 0) {
    const chance = chances(7);
    const fill = new FiguresFill(parts);
    const big = mode === 'big';
    const of = big ? 1_500_000 : 12_000;
    const [from, to] = big ? [Math.floor((of * 698.5) / 760), Math.floor((of * 729) / 760)] : [0, of];
    for (let at = from; at < to; at += 2_000) {
      const some: Case[] = [];
      for (let nth = at; nth < Math.min(at + 2_000, to); nth += 1) {
        const one = nthCase(nth, of, chance, big ? false : nth % 83 === 0 && nth > of * 0.8);
        if (one.changedAt < NOW) some.push(one);
      }
      await Promise.all([
        ...some.map((one) =>
          store.insert(one.number, {
            number: one.number,
            timeline: one.timeline,
            pending: [],
            counted: countedOf(one, world),
          } as never),
        ),
        fill.add(some),
      ]);
    }
    await fill.finish();
    console.log('filled', dir);
  }
  const links = signedLinks(await linkSecretOf(engine));
  const house = await startHouse({
    config: { port: 0, host: '127.0.0.1', dataDir: dir, logLevel: 'error', environment: 'training' } as never,
    log,
    engine,
    repositories,
    world: () => world,
    wall: { now: () => Date.now() },
    everyMs: 1e9,
  });
  const base = `http://127.0.0.1:${house.server.port}`;
  const reports = reportsOf({
    metrics,
    counting: repositories.counting,
    cases: repositories.cases,
    marks,
    rollups,
    world: () => world,
    links,
    log,
    orders: repositories.reportOrders,
    base: () => base,
  });
  for (const scope of [
    { kind: 'enterprise', name: 'Enterprise' },
    { kind: 'msc', key: 'aviation', name: 'Aviation' },
  ] as const) {
    const month = monthOfKey('2026-10', scope, directory)!;
    let began = Date.now();
    const { report, links: at } = await reports.show({ scope, month });
    console.log(scope.name, 'card ms', Date.now() - began, 'aged', report.aged.count);
    began = Date.now();
    const page = await (await fetch(at!.page)).text();
    console.log('page ms', Date.now() - began, 'bytes', page.length);
    writeFileSync(`/tmp/report-${scope.kind}.html`, page);
    began = Date.now();
    const figures = await (await fetch(at!.figures)).text();
    console.log('figures ms', Date.now() - began, 'bytes', figures.length);
    writeFileSync(`/tmp/report-${scope.kind}-figures.csv`, figures);
    global.gc?.();
    const before = process.memoryUsage();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    began = Date.now();
    let bytes = 0,
      rows = 0,
      peak = 0,
      first = 0;
    const answer = await fetch(at!.cases);
    const reader = answer.body!.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      first ||= Date.now() - began;
      bytes += value.length;
      for (const b of value) if (b === 10) rows += 1;
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }
    delay.disable();
    console.log(
      'cases ms',
      Date.now() - began,
      'first byte',
      first,
      'rows',
      rows,
      'bytes',
      bytes,
      'heap before',
      Math.round(before.heapUsed / 1e6),
      'peak',
      Math.round(peak / 1e6),
      'MB; rss',
      Math.round(process.memoryUsage().rss / 1e6),
      'loop p50/p99/max ms',
      Math.round(delay.percentile(50) / 1e6),
      Math.round(delay.percentile(99) / 1e6),
      Math.round(delay.max / 1e6),
    );
  }
  await house.stop();
}
void main();
