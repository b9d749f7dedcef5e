import type { Address, Post } from '../../src/ports';
import { aGroup, aPerson } from '../support/site';
import type { RepositoriesBench } from './repositories-under-test';
import { openRepositories } from '../../src/storage/open-repositories';

const address = (conversationId: string): Address => ({
  conversationId,
  serviceUrl: 'https://smba.example/teams/',
  kind: 'channel',
});
const post = (activityId: string, change: Partial<Post> = {}): Post => ({
  caseNumber: 'CS0000001',
  address: address('19:a@thread.tacv2'),
  activityId,
  view: { kind: 'channel-case' },
  shows: 1,
  ...change,
});

/** What the registers of posts, addresses and the directory keep on every engine. */
export function registersContract(bench: RepositoriesBench): void {
  const repositories = () => bench.repositories;

  it('keeps one post a case, view and conversation: the later', async () => {
    const { posts } = repositories();
    const ids = async () => (await posts.ofCase('CS0000001')).map(({ activityId }) => activityId).sort();
    const warning = { kind: 'warning', clock: 'assignment#1', mentions: [] } as const;
    await posts.put(post('1'));
    await posts.put(post('2', { shows: 2 }));
    await posts.put(post('3', { address: address('19:b@thread.tacv2') }));
    await posts.put(post('4', { view: warning }));
    await posts.put(post('5', { view: { ...warning, kind: 'breach' } }));
    await posts.put(post('6', { view: { ...warning, clock: 'assignment#2' } }));
    await posts.put(post('7', { caseNumber: 'CS0000002' }));
    expect(await ids()).toEqual(['2', '3', '4', '5', '6']);
    await posts.remove(post('1'));
    await posts.remove(post('3', { address: address('19:b@thread.tacv2') }));
    await posts.remove(post('9', { caseNumber: 'CS0000009' }));
    expect(await ids()).toEqual(['2', '4', '5', '6']);
    const { posts: found } = await openRepositories(bench.engine);
    expect(await found.ofCase('CS0000002')).toEqual([post('7', { caseNumber: 'CS0000002' })]);
  });

  it('keeps the latest conversation of a person', async () => {
    const { addresses } = repositories();
    expect(await addresses.get('ann')).toBeUndefined();
    await addresses.put('ann', address('a:1'));
    await addresses.put('ann', address('a:1'));
    expect(await addresses.get('ann')).toEqual(address('a:1'));
    await addresses.put('ann', { ...address('a:2'), kind: 'personal', tenantId: 't' });
    expect((await addresses.get('ann'))?.conversationId).toBe('a:2');
  });

  it('has a directory that starts empty, is loaded, and is there after an opening', async () => {
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

  it('keeps a channel that connect bound over a later load, and what is loaded else', async () => {
    const { directories } = repositories();
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

  it('shows at a refresh what another instance changed, and not before', async () => {
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

  it('never gives a number twice to two instances at once (CA-7)', async () => {
    const both = [repositories().cases, (await openRepositories(bench.engine)).cases];
    const numbers = await Promise.all(
      Array.from({ length: 25 }, () => both.map((cases) => cases.nextNumber())).flat(),
    );
    expect(new Set(numbers).size).toBe(50);
  });
}
