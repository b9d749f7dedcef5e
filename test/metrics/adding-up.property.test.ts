import fc from 'fast-check';
import type { Case } from '../../src/domain/cases/case';
import { metricFactsOf } from '../../src/domain/metrics/metric-fact';
import { mergedTallies } from '../../src/domain/metrics/tally';
import type { Tallies } from '../../src/domain/metrics/tally';
import { BASIS } from '../../src/metrics/basis';
import { catchUp } from '../../src/metrics/catch-up';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import { openFiguresOf } from '../../src/metrics/open-counts';
import type { MetricsParts } from '../../src/metrics/parts';
import { ROLLUP } from '../../src/metrics/rollup-record';
import type { RollupRecord } from '../../src/metrics/rollup-record';
import { anyEvents, changeBy, timesOf } from '../support/histories';
import type { Event } from '../support/histories';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { memoryStore } from '../support/memory/memory-store';
import { aWorld, DAY, START } from '../support/site';

const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const context = () => aWorld(START + 400 * DAY);

/** The figures of cases to which these events happened, and the cases as they ended. */
async function figuresOf(events: readonly Event[]) {
  const cases = new MemoryCases();
  const times = timesOf(events);
  const ended = new Map<string, Case>();
  for (const [index, event] of events.entries()) {
    const before = await cases.get(`CS000000${event.which + 1}`);
    const change = changeBy(event, before?.state, times[index] ?? START, `event-${index}`);
    if (change === undefined) continue;
    const { kind } = before ? await cases.save(before.version, change) : await cases.insert(change);
    if (kind === 'saved') ended.set(change.state.number, change.state);
  }
  const parts: MetricsParts = {
    cases: new MemoryCounting(cases),
    facts: memoryStore(METRIC_FACT),
    rollups: memoryStore(ROLLUP),
    basis: memoryStore(BASIS),
    context,
    log,
  };
  await catchUp(parts);
  const rollups = (await parts.rollups.find({ where: {}, limit: 1_000 })).map(({ value }) => value);
  return { parts, rollups, ended: [...ended.values()] };
}

const talliesOf = (rollups: readonly RollupRecord[], kind: RollupRecord['kind'], key?: string): Tallies =>
  mergedTallies(
    rollups
      .filter((one) => one.kind === kind && one.span.length === 10 && (key ?? one.key) === one.key)
      .map(({ tallies }) => tallies),
  );

describe('The metrics of cases that move between MSCs', () => {
  it('add up: groups to their MSC, MSCs to the enterprise, and people to what they did (ME-10)', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents(), async (events) => {
        const { parts, rollups, ended } = await figuresOf(events);
        const { directory } = context();
        const mscs = [...new Set(directory.groups.map(({ msc }) => msc))];
        for (const msc of mscs) {
          const groups = directory.groups.filter((group) => group.msc === msc);
          const sum = mergedTallies(groups.map(({ key }) => talliesOf(rollups, 'group', key)));
          expect(talliesOf(rollups, 'msc', msc)).toEqual(sum);
        }
        expect(talliesOf(rollups, 'msc')).toEqual(talliesOf(rollups, 'enterprise'));
        const closed = ended.filter(({ state }) => state === 'closed');
        for (const { key } of directory.groups) {
          const held = closed.filter(({ group }) => group === key).length;
          expect(closures(talliesOf(rollups, 'group', key))).toBe(held);
        }
        for (const { id } of directory.people) {
          const its = ended
            .flatMap((one) => metricFactsOf(one, context()))
            .filter(({ person }) => person === id);
          expect(sumOf(talliesOf(rollups, 'person', id))).toBe(its.length);
          const held = closed.filter(({ assignee }) => assignee === id).length;
          expect(closures(talliesOf(rollups, 'person', id))).toBe(held);
        }
        const open = async (kind: 'msc' | 'group', key: string) =>
          (await openFiguresOf(parts.cases, { kind, key, name: key }, context())).count;
        for (const msc of mscs) {
          const groups = directory.groups.filter((group) => group.msc === msc);
          const each = await Promise.all(groups.map(({ key }) => open('group', key)));
          expect(await open('msc', msc)).toBe(each.reduce((total, count) => total + count, 0));
        }
      }),
      { numRuns: 40 },
    );
  });
});

const sumOf = (tallies: Tallies): number =>
  Object.values(tallies).reduce((total, { count }) => total + count, 0);
const closures = (tallies: Tallies): number =>
  Object.entries(tallies).reduce(
    (sum, [list, { count }]) => sum + (list.startsWith('closed/') ? count : 0),
    0,
  );
