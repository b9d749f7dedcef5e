import type { Environment } from '../../src/domain/kernel/environment';
import { holdEnvironment } from '../../src/storage/environment-stamp';
import type { RepositoriesBench } from './repositories-under-test';

/** How training and production are kept apart on every engine. */
export function environmentContract(bench: RepositoriesBench): void {
  it('belongs to one environment, even if several start on it at once, and refuses the other for good (AC-4)', async () => {
    const starts: readonly Environment[] = ['training', 'production', 'training', 'production'];
    const outcomes = await Promise.allSettled(
      starts.map((environment) => holdEnvironment(bench.engine, environment)),
    );
    const held = starts.filter((_, index) => outcomes[index]?.status === 'fulfilled');
    expect(held).toHaveLength(2);
    expect(new Set(held).size).toBe(1);
    const own = held[0] ?? 'production';
    const other = own === 'training' ? 'production' : 'training';

    await bench.reopen();
    await holdEnvironment(bench.engine, own);
    const refused = holdEnvironment(bench.engine, other);
    const setting = bench.engine.name === 'sqlite' ? 'DATA_DIR' : 'MONGODB_URI';
    await expect(refused).rejects.toMatchObject({
      name: 'StorageFault',
      reason: 'environment',
      message:
        `The database that ${setting} names is of ${own}, but this start is for ${other}: groups, members, and cases ` +
        `don't carry over. Set CASEKEEPER_ENVIRONMENT to ${own}, or ${setting} to a database of ${other}.`,
    });
    await holdEnvironment(bench.engine, own);
  });
}
