import { hasRoomFor } from '../../src/domain/cases/case-size';
import { caseOfMegabytes } from '../support/large-case';
import { adding, savedOf } from './repositories-under-test';
import type { RepositoriesBench } from './repositories-under-test';

/** What every engine keeps of a case whose record is full. */
export function fullCaseContract(bench: RepositoriesBench): void {
  it('reads a full case, and lets it be linked, resolved, and closed', async () => {
    const { cases } = bench.repositories;
    // As large as it can get before only what closes it is taken.
    const large = caseOfMegabytes(11.9);
    expect(hasRoomFor('case.note', large)).toBe(false);
    expect(hasRoomFor('case.link', large)).toBe(true);
    const inserted = savedOf(await cases.insert({ id: large.number, state: large, notifications: [] }));
    const steps = [
      { kind: 'linked', to: 'CS0000002', why: 'It goes on there.' },
      { kind: 'resolved', notes: 'Told when it ships.' },
      { kind: 'closed', text: 'It ships on Friday.' },
    ] as const;
    let saved = inserted;
    for (const step of steps) saved = savedOf(await cases.save(saved.version, adding(saved.state, step)));
    await bench.reopen();
    const read = await bench.repositories.cases.get(large.number);
    expect(read?.state).toMatchObject({ state: 'closed', links: ['CS0000002'] });
    expect(read?.state.timeline).toHaveLength(large.timeline.length + steps.length);
    expect((await bench.repositories.cases.ofAccount('W25G1V', 10)).map(({ number }) => number)).toContain(
      large.number,
    );
  });
}
