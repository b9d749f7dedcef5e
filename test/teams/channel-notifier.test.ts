import { Socket } from 'node:net';
import type { CardValue } from '../../src/cards/shared/card-value';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { createAdapter } from '../../src/teams/adapter';
import { channelNotifier } from '../../src/teams/connector-client';
import { createConnectorClient } from '../../src/teams/connector-client';
import { SendFault } from '../../src/ports/sender';
import type { Address } from '../../src/ports/conversations';
import type { Log } from '../../src/ports/log';
import type { Sender } from '../../src/ports/sender';
import { messageCard } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { Misbehaviour, StubConnector } from '../support/connector';

const CONTEXT = { now: 1 } as unknown as DomainContext;
const CARD: CardValue = messageCard('A clock was missed');

let connector: StubConnector;
let errors: string[];

function senderWith(timeoutMs?: number): Sender {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (_fields, message) => void errors.push(message),
  };
  const connector = createConnectorClient(createAdapter(undefined, log), undefined, undefined, timeoutMs);
  return channelNotifier(connector, (card, context) => ({
    content: { type: 'AdaptiveCard', title: 'title' in card ? card.title : '', drawnAt: context.now },
    summary: 'Missed: first response',
  }));
}
const channel = (): Address => ({
  conversationId: '19:l3-avn@thread.tacv2',
  serviceUrl: connector.serviceUrl,
  tenantId: 'tenant-1',
  kind: 'channel',
});

beforeEach(async () => {
  errors = [];
  connector = await startConnector();
});
afterEach(() => connector.close());

it('The channel notifier posts a card in a channel as a new post, and returns its ID', async () => {
  expect(await senderWith().post(channel(), CARD, CONTEXT)).toBe('sent-1');
  const [call] = connector.calls;
  expect([call?.kind, call?.conversationId, call?.activityId]).toEqual([
    'send',
    '19:l3-avn@thread.tacv2',
    '',
  ]);
  expect(call?.body).toMatchObject({ type: 'message', summary: 'Missed: first response' });
  expect(call?.body.attachments[0].content).toEqual({
    type: 'AdaptiveCard',
    title: 'A clock was missed',
    drawnAt: 1,
  });
});

it('The channel notifier posts in a personal chat', async () => {
  const address: Address = { conversationId: 'a:one', serviceUrl: connector.serviceUrl, kind: 'personal' };
  await senderWith().post(address, CARD, CONTEXT);
  expect(connector.calls[0]?.conversationId).toBe('a:one');
});

it('The channel notifier updates a posted card', async () => {
  await senderWith().update(channel(), 'sent-7', CARD, CONTEXT);
  const [call] = connector.calls;
  expect([call?.kind, call?.conversationId, call?.activityId]).toEqual([
    'update',
    '19:l3-avn@thread.tacv2',
    'sent-7',
  ]);
});

async function faultOf(work: Promise<unknown>): Promise<SendFault> {
  const fault = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(SendFault);
  return fault as SendFault;
}

it.each<[string, Misbehaviour, Partial<SendFault>]>([
  [
    'too many requests',
    { status: 429, headers: { 'retry-after': '7' } },
    { status: 429, retryAfterMs: 7_000 },
  ],
  [
    'too many requests until a date',
    {
      status: 429,
      headers: { 'retry-after': 'Sat, 21 Nov 2026 05:00:30 GMT', date: 'Sat, 21 Nov 2026 05:00:00 GMT' },
    },
    { status: 429, retryAfterMs: 30_000 },
  ],
  [
    'too many requests until a date, without its own',
    { status: 429, headers: { 'retry-after': 'Sat, 21 Nov 2026 05:00:30 GMT', date: 'none' } },
    { status: 429, gone: false },
  ],
  [
    'too many requests for longer than anything waits',
    { status: 429, headers: { 'retry-after': '999999999' } },
    { status: 429, retryAfterMs: 3_600_000 },
  ],
  ['a conversation that is written to by another call', { status: 412 }, { status: 412, gone: false }],
  ['too many requests, without a word of when', { status: 429 }, { status: 429, gone: false }],
  ['a service that broke', { status: 500 }, { status: 500, gone: false }],
  ['a gateway that failed', { status: 502 }, { status: 502, gone: false }],
  ['a service that is down', { status: 503 }, { status: 503, gone: false }],
  ['a gateway that waited in vain', { status: 504 }, { status: 504, gone: false }],
  ['a connection that is reset', 'reset', { status: 'network', gone: false }],
  ['a conversation that is no more', { status: 404 }, { status: 404, gone: true }],
  ['a bot that was removed', { status: 403 }, { status: 403, gone: true }],
])('The channel notifier reports %s after only one attempt', async (_name, way, expected) => {
  const sender = senderWith();
  connector.misbehave(way);
  expect(await faultOf(sender.post(channel(), CARD, CONTEXT))).toMatchObject(expected);
  connector.misbehave(way);
  expect(await faultOf(sender.update(channel(), 'sent-1', CARD, CONTEXT))).toMatchObject(expected);
  expect(connector.calls.map(({ kind }) => kind)).toEqual(['send', 'update']);
  expect(errors).toEqual([]);
});

it('The channel notifier gives up on a call that is never answered', async () => {
  connector.misbehave('hang');
  expect(await faultOf(senderWith(20).post(channel(), CARD, CONTEXT))).toMatchObject({ status: 'timeout' });
});

it("The channel notifier reports a service that can't be reached", async () => {
  const gone = { ...channel(), serviceUrl: 'http://127.0.0.1:9' };
  expect(await faultOf(senderWith().post(gone, CARD, CONTEXT))).toMatchObject({ status: 'network' });
});

it('The channel notifier closes an idle connection before a service that keeps it for 5 s does', async () => {
  const idle = jest.spyOn(Socket.prototype, 'setTimeout');
  await senderWith().post(channel(), CARD, CONTEXT);
  const limits = idle.mock.calls.map(([ms]) => ms).filter((ms) => ms > 0);
  idle.mockRestore();
  expect(limits.length).toBeGreaterThan(0);
  expect(Math.max(...limits)).toBeLessThan(5_000);
});
