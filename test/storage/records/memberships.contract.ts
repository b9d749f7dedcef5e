import { askMembership } from '../../../src/domain/memberships/membership';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import { aGroup, aPerson } from '../../support/site';
import { changeWith } from './record-kinds';
import type { RepositoriesBench } from '../repositories-under-test';

/** What the record of membership requests keeps on every engine, beside what every kind's does. */
export function membershipsContract(bench: RepositoriesBench): void {
  it('lists the open requests for groups, in any spelling of their keys, until they are answered (AC-3)', async () => {
    const { memberships } = bench.repositories;
    const ask = async (person: string, group: string) => {
      const events = [askMembership(aPerson(person), aGroup(group, 2, 'aviation'))];
      const id = await memberships.nextId();
      const change = changeWith(membershipType, id, undefined, events, { by: person });
      expect((await memberships.insert(change)).kind).toBe('saved');
      return change;
    };
    const first = await ask('ann', 'av2');
    await ask('bob', 'AV2');
    await ask('ann', 'av3');
    const open = async (groups: readonly string[], limit = 10) =>
      (await memberships.open(groups, limit)).map(({ person }) => person).sort();
    expect(await open(['AV2', 'none'])).toEqual(['ann', 'bob']);
    expect(await open(['av2', 'av3'], 2)).toHaveLength(2);
    expect(await open([])).toEqual([]);
    const declined = [{ kind: 'declined', reason: 'It is full.' } as const];
    await memberships.save(1, changeWith(membershipType, first.id, first.state, declined));
    expect(await open(['av2'])).toEqual(['bob']);
    // Answered, the person may ask anew.
    await ask('ann', 'AV2');
    expect(await open(['av2'])).toEqual(['ann', 'bob']);
  });
}
