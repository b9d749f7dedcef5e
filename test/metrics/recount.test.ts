import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import { projectCase } from '../../src/domain/cases/project-case';
import type { Case } from '../../src/domain/cases/case';
import type { Group } from '../../src/domain/directory/directory';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { BASIS, BASIS_ID } from '../../src/metrics/basis';
import { catchUp } from '../../src/metrics/catch-up';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import type { MetricsParts } from '../../src/metrics/parts';
import { ROLLUP } from '../../src/metrics/rollup-record';
import { verify } from '../../src/metrics/verify';
import { aCase, opened } from '../support/cases';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { memoryStore } from '../support/memory/memory-store';
import { aDirectory, aPolicies, aWorld, DAY, START } from '../support/site';

const nothing = (): void => undefined;
const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
const NOW = START + 20 * DAY;
const EVER = { from: START - 2 * DAY, before: NOW, name: 'ever' };

/** The context with a snow day of one group on the second day, declared afterwards. */
function afterSnow(): DomainContext {
  const groups = aDirectory().groups.map((group) =>
    group.key === 'av2' ? { ...group, holidays: ['2026-11-03'] } : group,
  );
  const directory = aDirectory(groups);
  return aWorld(NOW, { directory, calendars: calendarsOf(directory, aPolicies()) });
}

/** The context with a group that moved to another MSC. */
function movedTo(msc: Group['msc']): DomainContext {
  const groups = aDirectory().groups.map((group) => (group.key === 'av2' ? { ...group, msc } : group));
  const directory = aDirectory(groups);
  return aWorld(NOW, { directory, calendars: calendarsOf(directory, aPolicies()) });
}

/** A case whose assignment, due on Wednesday, came an hour late. */
function lateCase(): Case {
  const late = START + 2 * DAY + 3_600_000;
  const subject = aCase(
    opened('av2', { assignee: undefined }),
    { kind: 'clock-missed', clock: 'assignment#1', dueAt: START + 2 * DAY, at: START + 2 * DAY + 1 },
    { kind: 'assigned', to: 'av2-agent', how: 'claimed', at: late },
  );
  return projectCase('CS0000001', subject.timeline);
}

async function aRecord(): Promise<{ parts: MetricsParts; becomes: (context: DomainContext) => void }> {
  const cases = new MemoryCases();
  await cases.insert({ id: 'CS0000001', state: lateCase(), notifications: [] });
  let context = aWorld(NOW);
  const parts: MetricsParts = {
    cases: new MemoryCounting(cases),
    facts: memoryStore(METRIC_FACT),
    rollups: memoryStore(ROLLUP),
    basis: memoryStore(BASIS),
    context: () => context,
    log,
  };
  return { parts, becomes: (next) => void (context = next) };
}

const assignments = async ({ rollups }: MetricsParts): Promise<unknown> => {
  const month = await rollups.get('2026-11|group|av2');
  const all = Object.entries(month?.value.tallies ?? {}).filter(([list]) => list.startsWith('assignment/2'));
  return all.map(([, { count, met }]) => [count, met]);
};

describe('Metrics calculated with other calendars', () => {
  it('are recalculated when a closure day is declared afterward, and say when and for which days (ME-11)', async () => {
    const { parts, becomes } = await aRecord();
    expect((await catchUp(parts)).recounted).toBeUndefined();
    expect(await assignments(parts)).toEqual([[1, 0]]);
    becomes(afterSnow());
    expect(await catchUp(parts)).toEqual({
      recounted: { at: NOW, from: '2026-11-04', to: '2026-11-04', cases: 1 },
    });
    expect(await assignments(parts)).toEqual([[1, 1]]);
    expect(await verify(parts, EVER, () => true)).toMatchObject({ differences: [], cases: 1 });
    becomes(aWorld(NOW));
    await catchUp(parts);
    expect(await assignments(parts)).toEqual([[1, 0]]);
  });

  it('leave an MSC together with the group that leaves it, and come back with it (ME-10, ME-11)', async () => {
    const { parts, becomes } = await aRecord();
    const countOf = async (msc: Group['msc']): Promise<number> => {
      const day = await parts.rollups.get(`2026-11-04|msc|${msc}`);
      const month = await parts.rollups.get(`2026-11|msc|${msc}`);
      const counts = [day, month].map((stored) =>
        Object.values(stored?.value.tallies ?? {}).reduce((sum, { count }) => sum + count, 0),
      );
      expect(counts[0]).toBe(counts[1]);
      return counts[0] ?? 0;
    };
    await catchUp(parts);
    const before = await countOf('aviation');
    expect(before).toBeGreaterThan(0);
    for (const [there, left] of [
      ['energy', 'aviation'],
      ['aviation', 'energy'],
    ] as const) {
      becomes(movedTo(there));
      await catchUp(parts);
      expect([await countOf(there), await countOf(left)]).toEqual([before, 0]);
      expect(await verify(parts, EVER, () => true)).toMatchObject({ differences: [], cases: 1 });
    }
  });

  it('are recalculated by a newer program that counts differently (ME-11)', async () => {
    const { parts } = await aRecord();
    await catchUp(parts);
    const stored = await parts.basis.get(BASIS_ID);
    const { basis } = stored?.value ?? {};
    await parts.basis.replace(BASIS_ID, stored?.version ?? 0, { basis: { ...basis!, rules: 1 } });
    const [fact] = await parts.facts.find({ where: {}, limit: 1 });
    await parts.facts.replace(fact!.id, fact!.version, { mark: { ...fact!.value.mark, met: true } });
    expect((await catchUp(parts)).recounted).toMatchObject({ cases: 1 });
    expect(await verify(parts, EVER, () => true)).toMatchObject({ differences: [] });
  });

  it('continue an interrupted recalculation where it stopped, and say so in the meantime (ME-11)', async () => {
    const { parts, becomes } = await aRecord();
    await catchUp(parts);
    becomes(afterSnow());
    expect(await catchUp(parts, () => false)).toMatchObject({ recounting: true });
    expect((await catchUp(parts)).recounting).toBeUndefined();
    expect(await assignments(parts)).toEqual([[1, 1]]);
  });

  it('are not recalculated while nothing changes (ME-11)', async () => {
    const { parts } = await aRecord();
    await catchUp(parts);
    const before = await parts.basis.get(BASIS_ID);
    await catchUp(parts);
    expect((await parts.basis.get(BASIS_ID))?.version).toBe(before?.version);
  });
});
