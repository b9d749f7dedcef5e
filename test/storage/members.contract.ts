import type { Group } from '../../src/domain/directory/directory';
import type { MemberChange } from '../../src/domain/directory/members/decide-members';
import { no, ok, refusal } from '../../src/domain/kernel/refusal';
import { openRepositories } from '../../src/storage/open-repositories';
import { GROUP } from '../../src/storage/repositories/group-record';
import { aGroup, aPerson } from '../support/site';
import type { RepositoriesBench } from './repositories-under-test';

const av2 = aGroup('av2', 2, 'aviation');
const act = (cause: string, at = 1) => ({ by: 'analyst', at, cause });
const removing = (group: Group): MemberChange => ({
  kind: 'removed',
  person: 'av2-agent',
  from: group.agents.includes('av2-agent') ? ['agent'] : [],
  to: [],
  why: 'Moved',
});

/** What the register of groups keeps of changes of their people, on every engine (rules AC-5, AC-7). */
export function membersContract(bench: RepositoriesBench): void {
  const directories = () => bench.repositories.directories;
  const agents = () => directories().current().group('av2')?.agents;
  beforeEach(() => directories().load([av2], [aPerson('av2-agent'), aPerson('analyst')]));

  it('records a removal once per cause, with what is still to do, across a restart (AC-7)', async () => {
    const first = await directories().changeMembers('AV2', act('c1'), (group) => ok(removing(group)));
    const again = await directories().changeMembers('av2', act('c1', 9), () => no(refusal('ambiguous')));
    expect(again).toEqual(first);
    await bench.reopen();
    expect(agents()).toEqual(['av2-other']);
    expect(directories().current().group('av2')?.former).toEqual(['av2-agent']);
    expect(directories().timeline('av2')).toEqual([
      { kind: 'removed', person: 'av2-agent', from: ['agent'], to: [], why: 'Moved', ...act('c1') },
    ]);
    const [departure, ...others] = directories().departures();
    expect([departure, others]).toEqual([
      { group: 'av2', person: 'av2-agent', by: 'analyst', cause: 'c1' },
      [],
    ]);
    for (let twice = 0; twice < 2; twice += 1) await directories().departed(departure!);
    await bench.reopen();
    expect(directories().departures()).toEqual([]);
    expect(directories().timeline('av2')).toHaveLength(1);
  });

  it('decides on the stored group, and stores nothing for a refusal (AC-5)', async () => {
    const other = (await openRepositories(bench.engine)).directories;
    await other.changeMembers('av2', act('c1'), (group) => ok(removing(group)));
    const late = await directories().changeMembers('av2', act('c2'), (group) =>
      group.agents.includes('av2-agent') ? ok(removing(group)) : no(refusal('ambiguous')),
    );
    expect(late?.ok).toBe(false);
    await directories().refresh();
    expect(directories().timeline('av2')).toHaveLength(1);
    expect(await directories().changeMembers('none', act('c3'), (group) => ok(removing(group)))).toBe(
      undefined,
    );
  });

  it('keeps changes from the chat when the same file is loaded, and follows a changed file (AC-7)', async () => {
    await directories().changeMembers('av2', act('c1'), (group) => ok(removing(group)));
    await directories().load([av2], [], 5);
    expect(agents()).toEqual(['av2-other']);
    const file = { ...av2, agents: [], supervisors: ['av2-supervisor', 'av2-agent'] };
    await directories().load([file], [], 6);
    await directories().load([file], [], 7);
    expect(directories().current().group('av2')).toMatchObject({
      agents: [],
      supervisors: ['av2-supervisor', 'av2-agent'],
      former: ['av2-other'],
    });
    expect(
      directories()
        .timeline('av2')
        .map(({ kind, person, at }) => [kind, person, at]),
    ).toEqual([
      ['removed', 'av2-agent', 1],
      ['loaded', 'av2-agent', 6],
      ['loaded', 'av2-other', 6],
    ]);
    expect(
      directories()
        .departures()
        .map(({ person }) => person),
    ).toEqual(['av2-agent', 'av2-other']);
  });

  it('admits a person once per request, so that a person removed since stays removed (AC-3, AC-7)', async () => {
    const admit = () =>
      directories().admit(aPerson('guest'), 'av2', { ...act('yes'), by: 'av2-gatekeeper', request: 'MR1' });
    await admit();
    await admit();
    expect(agents()).toEqual(['av2-agent', 'av2-other', 'guest']);
    await directories().changeMembers('av2', act('c1'), () =>
      ok({ kind: 'removed', person: 'guest', from: ['agent'], to: [] }),
    );
    await admit();
    expect(agents()).toEqual(['av2-agent', 'av2-other']);
  });

  it('reads a group stored by an earlier version, with the people it admitted (AC-3)', async () => {
    const store = await bench.engine.store(GROUP);
    await store.insert('av9', { group: aGroup('av9', 2, 'aviation'), admitted: ['guest'] });
    const { directories: read } = await openRepositories(bench.engine);
    expect(read.current().group('av9')?.agents).toEqual(['av9-agent', 'av9-other', 'guest']);
    await read.changeMembers('av9', act('c1'), () =>
      ok({ kind: 'removed', person: 'guest', from: ['agent'], to: [] }),
    );
    expect(read.current().group('av9')?.agents).toEqual(['av9-agent', 'av9-other']);
  });
}
