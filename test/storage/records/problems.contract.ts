import { problemType } from '../../../src/domain/problems/problem-type';
import { changeWith, PROBLEMS } from './record-kinds';
import type { RepositoriesBench } from '../repositories-under-test';

/** What the record of reported problems keeps on every engine, beside what every kind's does. */
export function problemsContract(bench: RepositoriesBench): void {
  it('lists the open ones, oldest first, until they are answered (AC-6)', async () => {
    const { problems } = bench.repositories;
    const report = async (nth: number, at: number) => {
      const change = changeWith(problemType, `PB${nth}`, undefined, PROBLEMS.opening(nth), { at });
      expect((await problems.insert(change)).kind).toBe('saved');
      return change;
    };
    await report(1, 20);
    const second = await report(2, 10);
    await bench.reopen();
    const kept = bench.repositories.problems;
    const open = async (limit = 10) => (await kept.open(limit)).map(({ at }) => at);
    expect(await open()).toEqual([10, 20]);
    expect(await open(1)).toEqual([10]);
    await kept.save(1, changeWith(problemType, second.id, second.state, PROBLEMS.further(1), { at: 30 }));
    expect(await open()).toEqual([20]);
  });
}
