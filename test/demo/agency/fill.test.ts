import { fillAgency } from '../../../scripts/demo/agency/fill';
import { batchesOf } from '../../../scripts/demo/agency/batches';
import { BASIS } from '../../../src/metrics/basis';
import { METRIC_FACT } from '../../../src/metrics/metric-fact-record';
import { metricsOf } from '../../../src/metrics/metrics';
import { ROLLUP } from '../../../src/metrics/rollup-record';
import { holdEnvironment } from '../../../src/storage/environment-stamp';
import { openEngine } from '../../../src/storage/open-engine';
import { openRepositories } from '../../../src/storage/open-repositories';
import type { Repositories } from '../../../src/storage/open-repositories';
import type { Engine } from '../../../src/storage/store';
import { memoryDir, removeDir } from '../../storage/temp-dir';
import { smallAgency, UNTIL } from './small-agency';

const CASES = 600;
const PATIENCE_MS = 60_000;
const agency = smallAgency(CASES);
const context = agency.worldAt(UNTIL);

describe('A store filled with an agency', () => {
  const dir = memoryDir();
  const shown: string[] = [];
  let engine: Engine;
  let repositories: Repositories;
  beforeAll(async () => {
    const at = (share: number, what: string): void => void shown.push(`${share.toFixed(2)} ${what}`);
    await fillAgency(dir, agency, batchesOf(agency), { at, done: () => undefined });
    engine = await openEngine({ dataDir: dir });
    repositories = await openRepositories(engine);
  }, PATIENCE_MS);
  afterAll(async () => {
    await engine.close();
    removeDir(dir);
  });

  it('has every case as it was worked, in the training environment', async () => {
    for (const nth of [0, 300, CASES - 1]) {
      const { case: lived } = agency.life(nth);
      expect((await repositories.cases.get(lived.number))?.state).toEqual(lived);
    }
    expect(await repositories.counting.countOpen({})).toBeGreaterThan(0);
    await expect(holdEnvironment(engine, 'production')).rejects.toThrow('is of training');
  });

  it(
    'has the metrics that its cases give, over both years (ME-6)',
    async () => {
      const [facts, rollups] = [await engine.store(METRIC_FACT), await engine.store(ROLLUP)];
      const log = { debug: jest.fn(), info: jest.fn(), warn: jest.fn(), error: jest.fn() };
      const parts = {
        cases: repositories.counting,
        facts,
        rollups,
        basis: await engine.store(BASIS),
        context: () => context,
        log,
      };
      const metrics = metricsOf({ ...parts, wall: { now: () => 0 } });
      const period = { from: agency.from, before: UNTIL, name: 'two years' };
      const verified = await metrics.verify(period, 1);
      expect(verified).toMatchObject({ differences: [], cases: CASES });
      expect(verified.next).toBeUndefined();
      expect(verified.rollups).toBeGreaterThan(2_000);
      // Nothing was left for the follower.
      expect(await repositories.counting.uncounted(1)).toEqual([]);
    },
    PATIENCE_MS,
  );

  it('has nothing to send and nothing due', async () => {
    expect(await repositories.cases.pending(10)).toEqual([]);
    expect(await repositories.cases.due(UNTIL, 10)).toEqual([]);
    // But the clocks of open cases go on.
    expect(await repositories.cases.due(UNTIL + 90 * 86_400_000, 10)).not.toEqual([]);
  });

  it('numbers the next case after the existing ones (CA-7)', async () => {
    expect(await repositories.cases.nextId()).toBe(`CS0000${CASES + 1}`);
  });

  it("finds cases by words, and customers with their organization's name (AC-1)", async () => {
    const { details, number } = agency.life(99).case;
    const found = await repositories.cases.withWords(details.pr ?? '', 5);
    expect(found.map((one) => one.number)).toEqual([number]);
    const account = await repositories.customers.account(details.account);
    expect(account?.account.name).toMatch(/\w/);
    expect(await repositories.customers.contactLike(details.account, details.contact)).toBeDefined();
    expect(repositories.directories.current().groups).toHaveLength(agency.directory.groups.length);
  });

  it('reported its progress while it was filled', () => {
    expect(shown[0]).toBe('0.67 500 of 600 cases');
    expect(shown[1]).toBe('0.80 600 of 600 cases');
    expect(shown.slice(2)).toEqual([
      '0.80 Making the words and indexes of the cases',
      '0.87 Making the indexes of what each case counts for',
      '0.93 Making the index of the figures',
    ]);
  });
});
