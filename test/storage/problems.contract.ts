import { answerProblem, reportProblem } from '../../src/domain/problems/problem-report';
import type { ProblemReport } from '../../src/domain/problems/problem-report';
import type { ProblemRepository } from '../../src/ports/problems';
import { openRepositories } from '../../src/storage/open-repositories';
import { aDirectory, aPerson } from '../support/site';
import type { RepositoriesBench } from './repositories-under-test';

const OFFICER = aPerson('po-agent');

async function report(problems: ProblemRepository, cause: string, at = 1): Promise<ProblemReport> {
  const metIn = { kind: 'personal', conversationId: 'a:1' } as const;
  const said = { text: `met at ${at}` };
  const id = await problems.nextId();
  return problems.insert(reportProblem(id, said, aPerson('nobody'), metIn, { at, cause }, aDirectory()));
}

/** What the record of reported problems keeps on every engine. */
export function problemsContract(bench: RepositoriesBench): void {
  it('numbers reports PB0000001 and on, keeps one an activity, and lists the open ones, the oldest first (AC-6)', async () => {
    const { problems } = bench.repositories;
    const other = (await openRepositories(bench.engine)).problems;
    const late = await report(problems, 'c1', 20);
    expect(late.id).toBe('PB0000001');
    const both = await Promise.all([report(problems, 'c2', 10), report(other, 'c2', 10)]);
    expect(both[0]).toEqual(both[1]);
    await bench.reopen();
    const open = await bench.repositories.problems.open(10);
    expect(open.map(({ at }) => at)).toEqual([10, 20]);
    expect(await bench.repositories.problems.open(1)).toHaveLength(1);
    expect(await bench.repositories.problems.get('PB9999999')).toBeUndefined();
  });

  it('keeps the notices of every change with the report until they are taken off; of two answers neither is lost (AC-6)', async () => {
    const { problems } = bench.repositories;
    const { id } = await report(problems, 'c9', 30);
    const saved = await problems.get(id);
    if (saved === undefined) throw new Error('not kept');
    const answers = ['one', 'two'].map((answer) => {
      const decided = answerProblem(saved.state, { answer }, OFFICER, { at: 40, cause: answer });
      if (!decided.ok) throw new Error(decided.refusal.code);
      return decided.value;
    });
    const outcomes = await Promise.all(answers.map((change) => problems.save(saved.version, change)));
    expect([...outcomes].sort()).toEqual([false, true]);
    expect((await problems.open(10)).map((each) => each.id)).not.toContain(id);
    const pendingOf = async () =>
      (await problems.withPendingNotices(100)).find(({ report: { id: its } }) => its === id)?.notices ?? [];
    const before = await pendingOf();
    expect(before.map(({ subject }) => subject)).toEqual([
      ...Array.from({ length: before.length - 1 }, () => 'reported'),
      'answered',
    ]);
    await problems.clearPending(
      id,
      before.slice(0, 2).map((notice) => notice.id),
    );
    expect(await pendingOf()).toEqual(before.slice(2));
  });
}
