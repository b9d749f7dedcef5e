import fc from 'fast-check';
import type { Case } from '../../src/domain/cases/case';
import { metricFactsOf } from '../../src/domain/metrics/metric-fact';
import { talliesOf } from '../../src/domain/metrics/tally';
import { catchUp } from '../../src/metrics/catch-up';
import { countedOf, FiguresFill } from '../../scripts/demo/fill/figures-fill';
import { BASIS } from '../../src/metrics/basis';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import type { MetricsParts } from '../../src/metrics/parts';
import { ROLLUP } from '../../src/metrics/rollup-record';
import type { RollupRecord } from '../../src/metrics/rollup-record';
import { verify } from '../../src/metrics/verify';
import type { CaseCounting } from '../../src/ports/metrics';
import type { Store } from '../../src/storage/store';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { memoryStore } from '../support/memory/memory-store';
import { aWorld, DAY, START } from '../support/site';
import { anyEvents, changeBy, timesOf } from '../support/histories';
import type { Event } from '../support/histories';

const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** A record of cases with empty figures, in memory. */
function aRecord() {
  const cases = new MemoryCases();
  const stores = { facts: memoryStore(METRIC_FACT), rollups: memoryStore(ROLLUP), basis: memoryStore(BASIS) };
  const parts: MetricsParts = {
    ...stores,
    cases: new MemoryCounting(cases),
    context: () => aWorld(START + 400 * DAY),
    log,
  };
  return { cases, parts };
}

/** The cause of a process's end. */
class Killed extends Error {}

/** The parts as a process has them that is killed at its nth write, and whose every access lets others go first. */
function mortal(parts: MetricsParts, lives: number, pause: () => Promise<void>): MetricsParts {
  let left = lives;
  const writing = async <T>(write: () => Promise<T>): Promise<T> => {
    await pause();
    if (left <= 0) throw new Killed('killed');
    left -= 1;
    return write();
  };
  const store = <T>(of: Store<T>): Store<T> => ({
    ...of,
    get: (id) => pause().then(() => of.get(id)),
    find: (query) => pause().then(() => of.find(query)),
    insert: (id, value) => writing(() => of.insert(id, value)),
    replace: (id, version, value) => writing(() => of.replace(id, version, value)),
    remove: (id, version) => writing(() => of.remove(id, version)),
  });
  const { cases } = parts;
  const counting: CaseCounting = {
    uncounted: (limit) => pause().then(() => cases.uncounted(limit)),
    setCounted: (...counted) => writing(() => cases.setCounted(...counted)),
    find: (number) => pause().then(() => cases.find(number)),
    changed: (...asked) => cases.changed(...asked),
    countOpen: (filter) => cases.countOpen(filter),
    listOpen: (...asked) => cases.listOpen(...asked),
  };
  return { ...parts, cases: counting, facts: store(parts.facts), rollups: store(parts.rollups) };
}

/** What each rollup says, without those of nothing. */
async function sumsOf(rollups: Store<RollupRecord>): Promise<Record<string, unknown>> {
  const all = await rollups.find({ where: {}, limit: 1_000 });
  const said = all.filter(({ value }) => Object.keys(value.tallies).length > 0);
  return Object.fromEntries(
    said.map(({ id, value: { tallies, own } }) => {
      const its = Object.entries(own ?? {}).filter(([, of]) => Object.keys(of).length > 0);
      return [id, { tallies, own: Object.fromEntries(its) }];
    }),
  );
}

/** Plays events, with something between them. */
async function play(
  cases: MemoryCases,
  events: readonly Event[],
  between: (index: number) => Promise<void>,
): Promise<readonly Case[]> {
  const times = timesOf(events);
  const numbers = new Set<string>();
  for (const [index, event] of events.entries()) {
    const before = await cases.get(`CS000000${event.which + 1}`);
    const change = changeBy(event, before?.state, times[index] ?? START, `event-${index}`);
    if (change !== undefined) {
      numbers.add(change.state.number);
      const outcome = before ? await cases.save(before.version, change) : await cases.insert(change);
      // One case, one PR: another has it, and the event does not come about.
      expect(['saved', 'openPr']).toContain(outcome.kind === 'exists' ? outcome.index : outcome.kind);
    }
    await between(index);
  }
  const ended = await Promise.all([...numbers].map((number) => cases.get(number)));
  // The closed ones first: an open case may have been given the PR of one, and is not to hold it when they are recorded anew.
  const isOpen = ({ state }: Case): number => (state === 'closed' ? 0 : 1);
  return ended.flatMap((saved) => saved?.state ?? []).sort((one, other) => isOpen(one) - isOpen(other));
}

/** The figures made at one go from the cases as they ended. */
async function madeAnew(cases: readonly Case[]) {
  const anew = aRecord();
  for (const subject of cases) {
    const { kind } = await anew.cases.insert({ id: subject.number, state: subject, notifications: [] });
    expect(kind).toBe('saved');
  }
  await catchUp(anew.parts);
  return sumsOf(anew.parts.rollups);
}

const CLOSED_AT_ONCE: readonly Event[] = [
  { which: 0, does: 'assign', hours: 1 },
  { which: 0, does: 'assign', hours: 1 },
  { which: 0, does: 'close', hours: 1 },
  { which: 1, does: 'assign', hours: 1 },
];
/** The first case is corrected to the PR of the second, which is closed by then. */
const PR_OF_A_CLOSED_ONE: readonly Event[] = [
  { which: 0, does: 'assign', hours: 0 },
  { which: 1, does: 'assign', hours: 0 },
  { which: 1, does: 'close', hours: 0 },
  { which: 0, does: 'correct', hours: 0 },
  ...Array.from({ length: 3 }, () => ({ which: 0, does: 'assign', hours: 0 }) as const),
];
const EVER = { from: START - 2 * DAY, before: START + 160 * DAY, name: 'ever' };

describe('Metrics kept up to date step by step', () => {
  it('equal those calculated from the timelines at once, whatever happened and whenever the process was killed (ME-6, RE-1)', async () => {
    const kills = fc.array(fc.option(fc.nat({ max: 60 })), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(anyEvents(), kills, async (events, lives) => {
        const { cases, parts } = aRecord();
        const ended = await play(cases, events, async (index) => {
          const life = lives[index];
          if (life === null || life === undefined) return;
          await catchUp(mortal(parts, life, () => Promise.resolve())).catch((error: unknown) => {
            expect(error).toBeInstanceOf(Killed);
          });
        });
        expect(await catchUp(parts)).toEqual({});
        expect(await sumsOf(parts.rollups)).toEqual(await madeAnew(ended));
        const all = ended.flatMap((one) => metricFactsOf(one, aWorld()));
        const kept = (await parts.rollups.find({ where: { kind: 'enterprise' }, limit: 1_000 })).filter(
          ({ value }) => value.span.length === 10,
        );
        const counted = kept.flatMap(({ value }) => Object.values(value.tallies));
        const sum = (of: readonly { count: number }[]) => of.reduce((total, { count }) => total + count, 0);
        expect(sum(counted)).toBe(sum(Object.values(talliesOf(all))));
        expect(await verify(parts, EVER, () => true)).toMatchObject({ differences: [], cases: ended.length });
      }),
      { numRuns: 30 },
    );
  });

  it('are right even if several instances interleave (ME-6)', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents(14), fc.nat(), async (events, seed) => {
        const { cases, parts } = aRecord();
        let chance = seed;
        const pause = async (): Promise<void> => {
          chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
          for (let turn = (chance >> 16) % 5; turn > 0; turn--) await Promise.resolve();
        };
        const running: Promise<unknown>[] = [];
        const start = (lives: number): void =>
          void running.push(catchUp(mortal(parts, lives, pause)).catch(() => undefined));
        const ended = await play(cases, events, async (index) => {
          start(index % 3 === 0 ? index * 2 : Infinity);
          if (index % 2 === 0) start(Infinity);
          await pause();
        });
        await Promise.all(running);
        expect(await catchUp(parts)).toEqual({});
        expect(await parts.facts.count({ unsettled: true })).toBe(0);
        expect(await sumsOf(parts.rollups)).toEqual(await madeAnew(ended));
      }),
      { numRuns: 60 },
    );
  });

  it("don't change when they are recalculated (ME-6)", async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents(), async (events) => {
        const { cases, parts } = aRecord();
        await play(cases, events, () => Promise.resolve());
        await catchUp(parts);
        const before = await sumsOf(parts.rollups);
        for (const { id, version, value } of await parts.facts.find({ where: {}, limit: 1_000 }))
          await parts.facts.replace(id, version, { ...value, unsettled: 'new' });
        await catchUp(parts);
        expect(await sumsOf(parts.rollups)).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe('Metrics filled in at once', () => {
  it('equal those that the projector keeps, and leave it nothing to do (ME-6)', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents(), async (events) => {
        const ended = await play(new MemoryCases(), events, () => Promise.resolve());
        const { cases, parts } = aRecord();
        const fill = new FiguresFill(parts);
        await fill.add(ended);
        await fill.finish();
        const filled = await sumsOf(parts.rollups);
        expect(filled).toEqual(await madeAnew(ended));
        for (const subject of ended) {
          await cases.insert({ id: subject.number, state: subject, notifications: [] });
          const { entries, sla } = countedOf(subject, parts.context());
          expect(entries).toBe(subject.timeline.length);
          await parts.cases.setCounted(subject.number, 1, sla);
        }
        expect(await catchUp(parts)).toEqual({});
        expect(await verify(parts, EVER, () => true)).toMatchObject({ differences: [] });
        if (Object.keys(filled).length > 0)
          await expect(fill.add(ended)).rejects.toThrow('There are marks of these cases already');
      }),
      { numRuns: 15, examples: [[CLOSED_AT_ONCE], [PR_OF_A_CLOSED_ONE]] },
    );
  });
});

describe('The generated histories', () => {
  it('close, reopen, and miss clocks often enough to be meaningful', async () => {
    const seen = { closed: 0, reopened: 0, missed: 0, level3: 0 };
    for (const events of fc.sample(anyEvents(), { numRuns: 100, seed: 3 })) {
      const ended = await play(new MemoryCases(), events, () => Promise.resolve());
      for (const one of ended) {
        const kinds = one.timeline.map(({ kind }) => kind);
        if (one.state === 'closed') seen.closed += 1;
        if (kinds.includes('reopened')) seen.reopened += 1;
        if (kinds.includes('clock-missed')) seen.missed += 1;
        if (one.highestLevel === 3) seen.level3 += 1;
      }
    }
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(10);
  });
});
