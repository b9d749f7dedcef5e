import type { Case } from '../../src/domain/cases/case';
import type { CaseDetails } from '../../src/domain/cases/details/details';
import { catchUp } from '../../src/metrics/catch-up';
import { BASIS } from '../../src/metrics/basis';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import { metricsOf } from '../../src/metrics/metrics';
import type { MetricsKept } from '../../src/metrics/metrics';
import type { MetricsParts } from '../../src/metrics/parts';
import { ROLLUP } from '../../src/metrics/rollup-record';
import type { CaseCounting, MetricsQuestion } from '../../src/ports/metrics';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Scope } from '../../src/domain/metrics/summary';
import { aWorld, DAY, START } from '../support/site';
import { anyEvents, changeBy, timesOf } from '../support/histories';
import { adding, noted, opening, savedOf } from './repositories-under-test';
import type { RepositoriesBench } from './repositories-under-test';
import fc from 'fast-check';

const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const NOW = START + 60 * DAY;
const ALL: Scope = { kind: 'enterprise', name: 'Enterprise' };
const [FROM, BEFORE] = ['2026-11-01T00:00-04:00', '2026-12-01T00:00-05:00'].map(Date.parse);
const NOVEMBER = { from: FROM ?? 0, before: BEFORE ?? 0, name: 'November 2026' };
const asked = (scope: Scope = ALL): MetricsQuestion => ({ scope, period: NOVEMBER });

/** What the figures keep on every engine. */
export function metricsContract(bench: RepositoriesBench): void {
  const counting = (): CaseCounting => bench.repositories.counting;
  const partsOn = async (cases: CaseCounting): Promise<MetricsParts> => ({
    cases,
    facts: await bench.engine.store(METRIC_FACT),
    rollups: await bench.engine.store(ROLLUP),
    basis: await bench.engine.store(BASIS),
    context: () => aWorld(NOW),
    log,
  });
  const metrics = async (): Promise<MetricsKept> =>
    metricsOf({ ...(await partsOn(counting())), wall: { now: () => 0 } });
  /** Opens a case and closes it so many business days later, in the first week of November. */
  const closed = async (number: string, hours: number, details: Partial<CaseDetails> = {}): Promise<Case> => {
    const { cases } = bench.repositories;
    const at = START + hours * 3_600_000;
    const opened = savedOf(await cases.insert(opening(number, { assignee: 'ann', details })));
    const close = adding(opened.state, { kind: 'closed', text: 'Done.' }, { at });
    return savedOf(await cases.save(1, close)).state;
  };

  /** Two open cases, the later one first. */
  const twoOpen = async (): Promise<Case> => {
    const { cases } = bench.repositories;
    const late = savedOf(await cases.insert(opening('CS2000001', { at: START + 2 }))).state;
    savedOf(await cases.insert(opening('CS2000002', { at: START + 1 })));
    return late;
  };
  /** Six closed cases of November, of which one took long. */
  const sixClosed = async (): Promise<void> => {
    await closed('CS2000011', 24 * 20);
    await closed('CS2000012', 24, { msc: 'distribution' });
    for (const [nth, hours] of [30, 200, 25, 100].entries()) await closed(`CS200002${nth}`, hours);
  };

  it('lists which cases are not counted, in the order of change, until they are and again when they change', async () => {
    const late = await twoOpen();
    const numbers = async () => (await counting().uncounted(10)).map((one) => one.state.number);
    expect(await numbers()).toEqual(['CS2000002', 'CS2000001']);
    expect((await counting().find('CS2000001'))?.counted).toBe(false);
    expect(await counting().setCounted('CS2000001', 1, 'warned')).toBe(true);
    expect(await counting().setCounted('CS2000001', 1, 'warned')).toBe(false);
    expect(await counting().setCounted('CS2000001', 2, 'warned')).toBe(false);
    expect(await numbers()).toEqual(['CS2000002']);
    const counted = { id: 'CS2000001', state: late, counted: true };
    expect(await counting().find('CS2000001')).toEqual({ ...counted, version: 2 });
    await bench.reopen();
    expect(await numbers()).toEqual(['CS2000002']);
    savedOf(await bench.repositories.cases.save(2, adding(late, noted('more'))));
    expect(await numbers()).toEqual(['CS2000002', 'CS2000001']);
    expect(await counting().find('CS2999999')).toBeUndefined();
  });

  it("counts a scope's open cases by clocks, reason, opening, and age, and lists the oldest first (ME-5)", async () => {
    await twoOpen();
    await catchUp(await partsOn(counting()));
    const of = (filter: Parameters<CaseCounting['countOpen']>[0]) => counting().countOpen(filter);
    expect(await of({})).toBe(2);
    expect(await of({ groups: ['av2', 'av2b', 'av3'] })).toBe(2);
    expect(await of({ group: 'av2', openedFrom: START + 2 })).toBe(1);
    expect(await of({ group: 'av2', openedBefore: START + 2 })).toBe(1);
    expect(await of({ assignee: 'nobody' })).toBe(0);
    expect(await of({ reason: 'order-status' })).toBe(2);
    expect(await of({ groups: ['av2', 'av2b', 'av3'], reason: 'backorder' })).toBe(0);
    expect(await of({ group: 'av2', sla: 'in-time' })).toBe(2);
    expect(await of({ startedIn: ['av2', 'di2'], openedFrom: START })).toBe(2);
    expect(await of({ groups: ['av2', 'av2b', 'av3'], startedIn: ['di2'] })).toBe(0);
    const [first] = await counting().listOpen({ groups: ['av2', 'av2b', 'av3'], sla: 'in-time' }, 1);
    expect(first?.number).toBe('CS2000002');
    const rest = await counting().listOpen({ groups: ['av2', 'av2b', 'av3'], sla: 'in-time' }, 5, first);
    expect(rest.map(({ number }) => number)).toEqual(['CS2000001']);
  });

  it("gives every scope's metrics from the rollups, minus what a reopening removes (ME-1, ME-6)", async () => {
    await twoOpen();
    const reopened = await closed('CS2000010', 24);
    await closed('CS2000011', 24 * 20);
    await closed('CS2000012', 24, { msc: 'distribution' });
    const of = await metrics();
    const crt = async (scope: Scope) => (await of.scorecard(asked(scope))).measures[0];
    const av2: Scope = { kind: 'group', key: 'av2', name: 'av2' };
    expect(await crt(ALL)).toMatchObject({ count: 3, met: 2, before: { count: 0 } });
    expect(await crt({ kind: 'msc', key: 'aviation', name: 'Aviation' })).toMatchObject({ count: 3, met: 2 });
    expect(await crt(av2)).toMatchObject({ count: 3, met: 2 });
    expect(await crt({ kind: 'person', key: 'ann', name: 'Ann' })).toMatchObject({ count: 3, met: 2 });
    expect(await crt({ kind: 'group', key: 'av3', name: 'av3' })).toMatchObject({ count: 0 });
    const { version = 0 } = (await counting().find('CS2000010')) ?? {};
    const again = adding(reopened, { kind: 'reopened', why: 'Wrong part.' });
    savedOf(await bench.repositories.cases.save(version, again));
    expect(await crt(ALL)).toMatchObject({ count: 2, met: 1 });
    expect(await crt(av2)).toMatchObject({ count: 2, met: 1 });
    expect((await of.scorecard(asked())).open).toMatchObject({
      count: 3,
      topReasons: [{ key: 'order-status', count: 3 }],
    });
  });

  it('lists what is behind a metric page by page, worst first, by the index (ME-6)', async () => {
    await sixClosed();
    const of = await metrics();
    const figure = { ...asked(), measure: 'enterprise-crt' } as const;
    const numbers: string[] = [];
    let next: string | undefined;
    do {
      const page = await of.drillDown(figure, 2, next);
      expect(page.facts.length).toBeLessThanOrEqual(2);
      numbers.push(...page.facts.map(({ number }) => number));
      next = page.next;
    } while (next !== undefined);
    expect(numbers).toHaveLength(6);
    expect(numbers.slice(0, 3)).toEqual(['CS2000011', 'CS2000021', 'CS2000023']);
    const days = { ...figure, period: { ...NOVEMBER, before: Date.parse('2026-11-05T00:00-05:00') } };
    const few = await of.drillDown(days, 10);
    expect(few.facts.map(({ number }) => number)).toEqual(['CS2000020', 'CS2000022', 'CS2000012']);
    expect(few).not.toHaveProperty('next');
    for (const junk of ['', 'x', '1:', ':1'])
      expect((await of.drillDown(figure, 9, junk)).facts).toHaveLength(6);
  });

  it('gives a single measure as the scorecard has it, and the open cases of an age (ME-5, ME-6)', async () => {
    await sixClosed();
    await twoOpen();
    const of = await metrics();
    const { measures, open } = await of.scorecard(asked());
    expect(await of.figure({ ...asked(), measure: 'enterprise-crt' })).toEqual(measures[0]);
    expect(await of.figure({ ...asked(), measure: 'enterprise-crt', priority: 'high' })).toMatchObject({
      count: 0,
    });
    expect(open.count).toBeGreaterThan(1);
    for (const { key, count } of open.byAge) {
      const listed = await of.openCases({ scope: ALL, age: key }, 100);
      expect([listed.count, listed.cases.length]).toEqual([count, count]);
    }
    const [first, ...rest] = (await of.openCases({ scope: ALL }, 100)).cases;
    const { count, cases } = await of.openCases({ scope: ALL }, 100, first);
    expect(count).toBe(open.count);
    expect(cases.map(({ number }) => number)).toEqual(rest.map(({ number }) => number));
  });

  it('tries another goal on the scope and each of its groups, and gives series and distribution (ME-7)', async () => {
    await sixClosed();
    const of = await metrics();
    const { tried } = await of.whatIf(asked(), 'enterprise-crt', 3);
    expect(tried.map(({ scope, now, then }) => [scope.name, now.count, now.met, then.met])).toEqual([
      ['Enterprise', 6, 5, 3],
      ['aviation av2', 6, 5, 3],
    ]);
    const series = await of.series({ ...asked(), measure: 'enterprise-crt' }, 12);
    expect(series.map(({ count }) => count)).toEqual([...Array<number>(11).fill(0), 6]);
    expect(series.map(({ name }) => name).slice(-2)).toEqual(['October 2026', 'November 2026']);
    expect(await of.distribution(asked(), 'level-2-and-3-crt')).toMatchObject({
      count: 6,
      over: 0,
      goalDays: 16,
    });
  });

  it('stays correct when two instances count the same cases at once, and verifies (ME-6, RE-1)', async () => {
    const other = await openRepositories(bench.engine);
    const both = await Promise.all([bench.repositories, other].map(({ counting: of }) => partsOn(of)));
    const [events = []] = fc.sample(anyEvents(60), { numRuns: 1, seed: 27 });
    const { cases } = bench.repositories;
    const running: Promise<unknown>[] = [];
    for (const [index, event] of events.entries()) {
      // A follower may raise the version meanwhile: then it is decided anew.
      for (let outcome = 'conflict'; outcome === 'conflict';) {
        const before = await cases.get(`CS000000${event.which + 1}`);
        const change = changeBy(event, before?.state, timesOf(events)[index] ?? START, `contract-${index}`);
        if (change === undefined) break;
        outcome = (await (before ? cases.save(before.version, change) : cases.insert(change))).kind;
      }
      if (index % 4 === 0) running.push(...both.map((parts) => catchUp(parts)));
    }
    await Promise.all(running);
    for (const parts of both) await catchUp(parts);
    expect(await (await bench.engine.store(METRIC_FACT)).count({ unsettled: true })).toBe(0);
    const period = { ...NOVEMBER, before: NOW };
    const verified = await (await metrics()).verify(period, Infinity);
    expect(verified).toMatchObject({ differences: [] });
    expect(verified.cases).toBe(4);
    expect(verified.rollups).toBeGreaterThan(20);
    expect(verified).not.toHaveProperty('next');
  }, 300_000);

  it('verifies in parts that continue where the last one ended, and reports differences (ME-6)', async () => {
    await sixClosed();
    const parts = await partsOn(counting());
    await catchUp(parts);
    const of = metricsOf({ ...parts, wall: { now: () => 0 } });
    // Without time, each part looks at one page of cases or one day.
    let next: string | undefined;
    let [looked, rounds] = [0, 0];
    do {
      const page = await of.verify(NOVEMBER, 0, next);
      expect(page.differences).toEqual([]);
      looked += page.rollups;
      rounds += 1;
      next = page.next;
    } while (next !== undefined);
    expect(rounds).toBe(31);
    const whole = await of.verify(NOVEMBER, Infinity);
    expect(looked).toBe(whole.rollups);
    const stored = (await parts.rollups.get('2026-11|enterprise|'))!;
    await parts.rollups.replace(stored.id, stored.version, { ...stored.value, tallies: {} });
    const [fact] = (await of.drillDown({ ...asked(), measure: 'enterprise-crt' }, 1)).facts;
    expect(fact).toBeUndefined();
    expect((await of.verify(NOVEMBER, Infinity)).differences).toMatchObject([
      { what: '2026-11|enterprise|', kept: '0 counted, 0 met' },
    ]);
  });

  it("reports a fact that its case doesn't have, and one that is missing (ME-6)", async () => {
    await sixClosed();
    const parts = await partsOn(counting());
    await catchUp(parts);
    const of = metricsOf({ ...parts, wall: { now: () => 0 } });
    const [stored] = await parts.facts.find({ where: { number: 'CS2000011' }, limit: 1 });
    await parts.facts.remove(stored!.id, stored!.version);
    const differing = (await of.verify(NOVEMBER, Infinity)).differences.map(({ what }) => what);
    expect(differing).toContain(stored!.id);
    expect(differing.some((what) => what.includes('|group|'))).toBe(true);
  });
}
