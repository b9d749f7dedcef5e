import type { Address, Post } from '../../src/ports/conversations';
import { aGroup, aPerson } from '../support/site';
import type { RepositoriesBench } from './repositories-under-test';
import { API_KEY } from '../../src/storage/repositories/api-key-register';
import { openRepositories } from '../../src/storage/open-repositories';

const address = (conversationId: string): Address => ({
  conversationId,
  serviceUrl: 'https://smba.example/teams/',
  kind: 'channel',
});
const post = (activityId: string, change: Partial<Post> = {}): Post => ({
  about: { kind: 'case', id: 'CS0000001' },
  address: address('19:a@thread.tacv2'),
  activityId,
  view: { kind: 'channel-case' },
  shows: 1,
  ...change,
});

/** What the registers of posts, addresses and the directory keep on every engine. */
export function registersContract(bench: RepositoriesBench): void {
  const repositories = () => bench.repositories;

  it('keeps one post per record, view, and conversation: the later one', async () => {
    const { posts } = repositories();
    const ids = async () =>
      (await posts.ofRecord({ kind: 'case', id: 'CS0000001' })).map(({ activityId }) => activityId).sort();
    const other = { kind: 'case', id: 'CS0000002' };
    const warning = { kind: 'warning', clock: 'assignment#1', mentions: [] } as const;
    await posts.put(post('1'));
    await posts.put(post('2', { shows: 2 }));
    await posts.put(post('3', { address: address('19:b@thread.tacv2') }));
    await posts.put(post('4', { view: warning }));
    await posts.put(post('5', { view: { ...warning, kind: 'breach' } }));
    await posts.put(post('6', { view: { ...warning, clock: 'assignment#2' } }));
    await posts.put(post('7', { about: other }));
    expect(await ids()).toEqual(['2', '3', '4', '5', '6']);
    await posts.remove(post('1'));
    await posts.remove(post('3', { address: address('19:b@thread.tacv2') }));
    await posts.remove(post('9', { about: { kind: 'case', id: 'CS0000009' } }));
    expect(await ids()).toEqual(['2', '4', '5', '6']);
    const { posts: found } = await openRepositories(bench.engine);
    expect(await found.ofRecord(other)).toEqual([post('7', { about: other })]);
  });

  it("keeps a person's latest conversation", async () => {
    const { addresses } = repositories();
    expect(await addresses.get('ann')).toBeUndefined();
    await addresses.put('ann', address('a:1'));
    await addresses.put('ann', address('a:1'));
    expect(await addresses.get('ann')).toEqual(address('a:1'));
    await addresses.put('ann', { ...address('a:2'), kind: 'personal', tenantId: 't' });
    expect((await addresses.get('ann'))?.conversationId).toBe('a:2');
  });

  it('starts with an empty directory that is loaded and still there after reopening', async () => {
    expect(repositories().directories.isEmpty()).toBe(true);
    await repositories().directories.load(
      [aGroup('Av2', 2, 'aviation'), aGroup('cic', 1, 'enterprise')],
      [aPerson('av2-agent')],
    );
    await bench.reopen();
    const directory = repositories().directories.current();
    expect(repositories().directories.isEmpty()).toBe(false);
    expect(directory.group('av2')).toEqual(aGroup('Av2', 2, 'aviation'));
    expect(directory.person('av2-agent')).toEqual(aPerson('av2-agent'));
  });

  it('keeps a channel connected in the chat across a later load, and loads the rest', async () => {
    const { directories } = repositories();
    await directories.load([aGroup('Av2', 2, 'aviation'), aGroup('cic', 1, 'enterprise')], []);
    const channel = {
      conversationId: '19:c@thread.tacv2',
      serviceUrl: 'https://smba.example/',
      tenantId: 't',
    };
    const bound = await directories.bindChannel('AV2', channel);
    expect(bound.channel).toEqual(channel);
    expect(directories.current().group('av2')?.channel).toEqual(channel);
    const other = { conversationId: '19:from-file' };
    const renamed = { ...aGroup('av2', 2, 'aviation'), name: 'Renamed', channel: other };
    await directories.load([renamed, { ...aGroup('av3', 3, 'aviation'), channel: other }], []);
    const { groups } = directories.current();
    expect(groups.map(({ key, name, channel: its }) => [key, name, its?.conversationId])).toEqual([
      ['av2', 'Renamed', '19:c@thread.tacv2'],
      ['av3', 'aviation av3', '19:from-file'],
      ['cic', 'enterprise cic', undefined],
    ]);
    await expect(directories.bindChannel('none', channel)).rejects.toThrow('no group none');
  });

  it('keeps admitted people and the primary group across a later load (AC-3)', async () => {
    const { directories } = repositories();
    const av2 = aGroup('av2', 2, 'aviation');
    await directories.load([av2], [aPerson('known')]);
    const act = { by: 'av2-gatekeeper', at: 1, request: 'MR1' };
    for (const id of ['known', 'guest', 'guest'])
      await directories.admit(aPerson(id), 'AV2', { ...act, cause: `approve ${id}` });
    await directories.choosePrimary('guest', 'av2');
    await directories.bindChannel('av2', { conversationId: '19:c@thread.tacv2' });
    expect(directories.current().group('av2')?.agents).toEqual([...av2.agents, 'known', 'guest']);
    const supervised = { ...av2, name: 'Renamed', supervisors: ['known'] };
    await directories.load([supervised], [{ ...aPerson('guest'), name: 'Guest Loaded' }]);
    await bench.reopen();
    const directory = repositories().directories.current();
    expect(directory.group('av2')).toEqual({
      ...supervised,
      agents: [...av2.agents, 'guest'],
      former: ['av2-supervisor'],
      channel: { conversationId: '19:c@thread.tacv2' },
    });
    expect(directory.person('guest')).toEqual({ ...aPerson('guest'), name: 'Guest Loaded', primary: 'av2' });
    await repositories().directories.admit(aPerson('guest'), 'none', { ...act, cause: 'none' });
    await repositories().directories.choosePrimary('nobody', 'av2');
    expect(repositories().directories.current().person('nobody')).toBeUndefined();
  });

  it("shows another instance's changes on refresh, and not before", async () => {
    const { directories: here } = repositories();
    const { directories: there } = await openRepositories(bench.engine);
    await there.load([], [aPerson('newcomer')]);
    expect(here.current().person('newcomer')).toBeUndefined();
    await here.refresh();
    const fresh = here.current();
    expect(fresh.person('newcomer')).toEqual(aPerson('newcomer'));
    await here.refresh();
    expect(here.current()).toBe(fresh);
  });

  it('stores an API key by its hash, one per system whoever asks at once, and removes it everywhere', async () => {
    const { apiKeys } = repositories();
    const { apiKeys: elsewhere } = await openRepositories(bench.engine);
    const made = await Promise.all(
      Array.from({ length: 6 }, (_, nth) => (nth % 2 ? apiKeys : elsewhere).issue('depot', 'ann', 1_000)),
    );
    const keys = made.filter((key) => key !== undefined);
    expect(keys).toHaveLength(1);
    const [key = ''] = keys;
    expect(await apiKeys.list()).toEqual([{ system: 'depot', createdAt: 1_000, createdBy: 'ann' }]);
    const kept = await (await bench.engine.store(API_KEY)).get('depot');
    expect(JSON.stringify(kept)).not.toContain(key.slice(-64));

    expect(await elsewhere.systemOf(key, 2_000)).toBe('depot');
    const other = (await apiKeys.issue('yard', 'ann', 1_000)) ?? '';
    // The part that finds the key of one system with the part that proves another's.
    expect(await apiKeys.systemOf(key.slice(0, 20) + other.slice(20), 2_000)).toBeUndefined();
    expect(
      await apiKeys.systemOf(`${key.slice(0, -1)}${key.endsWith('0') ? '1' : '0'}`, 2_000),
    ).toBeUndefined();
    for (const junk of ['', 'ck-', `${key} `, key.toUpperCase(), 'x'.repeat(10_000)]) {
      expect(await apiKeys.systemOf(junk, 2_000)).toBeUndefined();
    }

    expect(await apiKeys.revoke('depot', 3_000)).toBe(true);
    expect(await apiKeys.revoke('depot', 4_000)).toBe(false);
    expect(await apiKeys.revoke('ghost', 4_000)).toBe(false);
    expect(await elsewhere.systemOf(key, 4_000)).toBeUndefined();
    expect(await apiKeys.list()).toMatchObject([
      { system: 'depot', lastUsedAt: 2_000, revokedAt: 3_000 },
      { system: 'yard' },
    ]);
  });

  it('records the use of a key once a minute', async () => {
    const { apiKeys } = repositories();
    const key = (await apiKeys.issue('busy', 'ann', 0)) ?? '';
    const store = await bench.engine.store(API_KEY);
    const versions: (number | undefined)[] = [];
    for (const at of [100_000, 100_001, 159_999, 160_000]) {
      expect(await apiKeys.systemOf(key, at)).toBe('busy');
      versions.push((await store.get('busy'))?.version);
    }
    expect(versions).toEqual([2, 2, 2, 3]);
  });
}
