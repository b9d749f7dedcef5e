import { CASE } from '../../src/storage/repositories/case-record';
import type { CaseRecord } from '../../src/storage/repositories/case-record';
import { openRepositories } from '../../src/storage/open-repositories';
import { adding, opening, savedOf } from './repositories-under-test';
import type { RepositoriesBench } from './repositories-under-test';

/** Whoever is quicker, in one process or several, one PR stands on one open case. */
export function onePrContract(bench: RepositoriesBench): void {
  const cases = () => bench.repositories.cases;
  const saved = async (...of: Parameters<typeof opening>) =>
    savedOf(await cases().insert(opening(...of))).state;

  it('lets one of a new case, an escalation, and a reopening win when they take a PR at once (ES-6)', async () => {
    const pr = '7000000077';
    const { cases: elsewhere } = await openRepositories(bench.engine);
    const first = await saved('CS1000077', { details: { pr } });
    const closed = savedOf(await cases().save(1, adding(first, { kind: 'closed', text: 'Done.' })));
    const without = await saved('CS1000078');
    const moved = { kind: 'escalated', direction: 'pre-award', group: 'av3', level: 3 } as const;
    const filled = { ...moved, action: 'PR Expedite', findings: [], justification: [], pr };
    const outcomes = await Promise.all([
      elsewhere.insert(opening('CS1000079', { details: { pr } })),
      cases().save(1, adding(without, filled)),
      elsewhere.save(2, adding(closed.state, { kind: 'reopened', why: 'The wrong part came.' })),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['exists', 'exists', 'saved']);
    const held = await cases().similar({ pr, account: 'none' });
    expect(held).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.kind === 'exists')
        expect([outcome.index, outcome.saved.id]).toEqual(['openPr', held[0]?.number]);
  });

  it('opens with two older open cases that write one PR differently, works both, and accepts no third (ES-6)', async () => {
    const without = <T extends object>(all: T): T =>
      Object.fromEntries(Object.entries(all).filter(([name]) => name !== 'openPrNumber')) as T;
    const indexes = CASE.indexes.filter(({ name }) => name !== 'openPrNumber');
    const before = await bench.engine.store<CaseRecord>({
      ...CASE,
      revision: 2,
      fields: without(CASE.fields),
      indexes,
      indexed: (record) => without(CASE.indexed(record)),
    });
    for (const [number, pr] of [
      ['CS1000081', 'PR7000000081'],
      ['CS1000082', '07000000081'],
    ] as const) {
      const { timeline } = opening(number, { details: { pr } }).state;
      expect((await before.insert(number, { id: number, timeline, pending: [] })).ok).toBe(true);
    }
    const { cases: anew } = await openRepositories(bench.engine);
    const held = await anew.similar({ pr: '7000000081', account: 'none' });
    expect(held.map(({ number }) => number).sort()).toEqual(['CS1000081', 'CS1000082']);
    expect(held.map(({ details }) => details.pr)).toEqual(['7000000081', '7000000081']);
    for (const one of held)
      expect(await anew.save(1, adding(one, { kind: 'noted', text: 'Asked.' }))).toMatchObject({
        kind: 'saved',
      });
    const third = await anew.insert(opening('CS1000083', { details: { pr: '7000000081' } }));
    expect(third).toMatchObject({ kind: 'exists', index: 'openPr' });
  });
}
