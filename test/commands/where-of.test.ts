import { whereOf } from '../../src/commands/where-of';
import type { Place } from '../../src/commands/command';
import { aDirectory } from '../support/site';

const groups = aDirectory().groups.map((group) =>
  group.key === 'av3' ? { ...group, channel: { conversationId: '19:av3' } } : group,
);
const at = (kind: Place['kind'], conversationId: string) =>
  whereOf(
    { kind, address: { conversationId, serviceUrl: 'http://127.0.0.1', kind: 'channel' } },
    aDirectory(groups),
  );

it('A channel is identified by its connected group, and a chat only by its kind', () => {
  expect(at('channel', '19:av3')).toEqual({ kind: 'channel', group: 'av3' });
  expect(at('channel', '19:other')).toEqual({ kind: 'channel' });
  expect(at('personal', 'a:1')).toEqual({ kind: 'personal' });
  expect(at('group-chat', '19:av3')).toEqual({ kind: 'group-chat' });
});
