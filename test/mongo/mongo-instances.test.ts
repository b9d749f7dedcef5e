import { openRepositories } from '../../src/storage/open-repositories';
import type { Repositories } from '../../src/storage/open-repositories';
import type { Engine } from '../../src/storage/store';
import { adding, noted, opening, savedOf } from '../storage/repositories-under-test';
import { mongoUnderTest } from './mongo-under-test';

describe('Two instances on one database', () => {
  const under = mongoUnderTest();
  let engines: readonly Engine[];
  let both: readonly Repositories[];
  beforeAll(async () => {
    // Both at once on an empty database, as after an upgrade.
    engines = await Promise.all([under.open(), under.open()]);
    both = await Promise.all(engines.map(openRepositories));
  });
  afterAll(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    await under.drop();
  });

  it('never assign a number twice (CA-7)', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 25 }, () => both.map(({ cases }) => cases.nextId())).flat(),
    );
    expect(new Set(numbers).size).toBe(50);
    expect(numbers.sort().at(-1)).toBe('CS0000050');
  });

  it('let one of two who change a case win', async () => {
    const number = 'CS1000001';
    const before = savedOf(await both[0]!.cases.insert(opening(number))).state;
    const tries = both.map(({ cases }, i) => cases.save(1, adding(before, noted(`instance ${i}`))));
    const outcomes = await Promise.all(tries);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved']);
    expect((await both[0]!.cases.get(number))?.version).toBe(2);
  });

  it('open one case when an activity reaches both', async () => {
    const openings = ['CS1000002', 'CS1000003'].map((number) => opening(number, { cause: 'activity' }));
    const outcomes = await Promise.all(both.map(({ cases }, i) => cases.insert(openings[i]!)));
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['exists', 'saved']);
  });

  it('see on refresh who was added at the other instance', async () => {
    const [here, there] = both.map(({ directories }) => directories);
    await there!.load([], [{ id: 'newcomer', name: 'New Comer', email: 'new@example.mil', roles: [] }]);
    await here!.refresh();
    expect(here!.current().person('newcomer')?.name).toBe('New Comer');
  });
});
