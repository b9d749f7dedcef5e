import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { message } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';

let connector: StubConnector;
let app: BotHouse;

beforeAll(async () => {
  connector = await startConnector();
  app = await startBotHouse();
});
afterAll(async () => {
  await app.stop();
  await connector.close();
});
afterEach(async () => {
  // Whatever was sent, the process lives and answers the next turn.
  const answer = await app.post(message('still there?', connector));
  expect(answer.status).toBe(200);
});

async function refused(answer: Response, status: number, code: string): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toContain('application/json');
  const body = (await answer.json()) as { code: string };
  expect(Object.keys(body)).toEqual(['code', 'message']);
  expect(body.code).toBe(code);
}

const send = (headers: Record<string, string>, body: string | Uint8Array<ArrayBuffer>): Promise<Response> =>
  fetch(`${app.url}/api/messages`, { method: 'POST', headers, body });

/** Writes bytes to the port and gives the first line of the answer. */
function raw(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(app.server.port, '127.0.0.1', () => socket.write(bytes));
    socket.once('error', reject);
    socket.once('data', (data) => {
      resolve(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.destroy();
    });
    socket.once('close', () => {
      resolve('');
    });
  });
}

describe('The check for plain JSON', () => {
  it("refuses a body that claims to be gzip and isn't", async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    await refused(await send(headers, '{"type":"message"}'), 415, 'UnsupportedMediaType');
  });

  it("refuses a real gzip body too, because its true size can't be limited", async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const body = new Uint8Array(gzipSync(JSON.stringify(message('hi', connector))));
    await refused(await send(headers, body), 415, 'UnsupportedMediaType');
  });

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'type=message&text=hi'],
    ['a multipart upload', 'multipart/form-data; boundary=x', '--x\r\n\r\nhi\r\n--x--\r\n'],
    ['text', 'text/plain', '{"type":"message"}'],
    ['a relative of JSON', 'application/ld+json', '{"type":"message"}'],
    ['an empty content type', '', '{"type":"message"}'],
  ])('refuses %s', async (_name, type, body) => {
    await refused(await send({ 'content-type': type }, body), 415, 'UnsupportedMediaType');
  });

  it('accepts JSON with a charset', async () => {
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    const answer = await send(headers, JSON.stringify(message('hi', connector)));
    expect(answer.status).toBe(200);
  });
});

describe('The check for an activity', () => {
  it.each([
    ['nothing', ''],
    ['malformed JSON', '{"type": "message", '],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '5'],
    ['a string', '"message"'],
    ['a type that is no string', '{"type": 5}'],
  ])('refuses %s', async (_name, body) => {
    await refused(await app.post(body), 400, 'BadRequest');
  });

  it.each(['type', 'id', 'from', 'recipient', 'conversation', 'channelId', 'serviceUrl'])(
    'refuses an activity without %s',
    async (field) => {
      const rest = { ...message('hi', connector), [field]: undefined };
      await refused(await app.post(rest), 400, 'BadRequest');
    },
  );

  it.each(['from', 'recipient', 'conversation'])('refuses a %s without an ID', async (field) => {
    await refused(await app.post({ ...message('hi', connector), [field]: { name: 'x' } }), 400, 'BadRequest');
  });

  it.each([
    ['an id', { id: 'id\nwith a line' }],
    ['an answered id', { replyToId: 'é' }],
    ['a conversation', { conversation: { id: '\ud800' } }],
  ])("refuses %s that can't be part of an answer's address", async (_name, change) => {
    await refused(await app.post({ ...message('hi', connector), ...change }), 400, 'BadRequest');
  });

  it('refuses a body of 2 MB', async () => {
    await refused(await app.post(message('x'.repeat(2_000_000), connector)), 413, 'PayloadTooLarge');
  });

  it('refuses nesting meant to exhaust the stack', async () => {
    const deep = `${'['.repeat(60_000)}${']'.repeat(60_000)}`;
    const body = JSON.stringify(message('hi', connector)).replace(/}$/, `,"value":${deep}}`);
    await refused(await app.post(body), 400, 'BadRequest');
  });

  it('refuses more objects than any activity has, and person and tenant IDs that are far too long', async () => {
    const wide = { ...message('hi', connector), value: Array.from({ length: 5_000 }, () => ({})) };
    await refused(await app.post(wide), 400, 'BadRequest');
    const long = 'x'.repeat(101);
    const { from, conversation } = message('hi', connector);
    for (const change of [
      { from: { ...from, aadObjectId: long } },
      { conversation: { ...conversation, tenantId: long } },
      { channelData: { tenant: { id: long } } },
    ])
      await refused(await app.post({ ...message('hi', connector), ...change }), 400, 'BadRequest');
  });

  it("shows nothing of the JSON parser's own message", async () => {
    const answer = await app.post('{"secret-word" oops');
    expect(await answer.text()).not.toContain('secret-word');
  });
});

describe('The reply address check of an anonymous bot', () => {
  it.each([
    'http://169.254.169.254/latest',
    'https://example.com',
    'http://10.0.0.5:3978',
    'http://127.0.0.1.example.com',
    'http://localhost@example.com',
    'file:///etc/passwd',
    'ftp://127.0.0.1',
    'nonsense',
  ])('refuses %s', async (serviceUrl) => {
    await refused(await app.post({ ...message('hi', connector), serviceUrl }), 400, 'BadRequest');
  });
});

describe('Routing', () => {
  it('answers 404 in JSON for an unknown path', async () => {
    await refused(await fetch(`${app.url}/nothing/here`), 404, 'NotFound');
  });

  it('answers 405 in JSON for the wrong method', async () => {
    await refused(await fetch(`${app.url}/api/messages`), 405, 'MethodNotAllowed');
    await refused(await fetch(`${app.url}/api/messages`, { method: 'DELETE' }), 405, 'MethodNotAllowed');
  });

  it.each([
    'GET // HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET http://[ HTTP/1.1\r\nHost: x\r\n\r\n',
    'GET /%E0%A4%A HTTP/1.1\r\nHost: x\r\n\r\n',
    'OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n',
    'POST /api/messages HTTP/1.1\r\nHost: [\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
    'NONSENSE\r\n\r\n',
  ])('survives the request line %j', async (bytes) => {
    expect(await raw(bytes)).not.toMatch(/ 5\d\d /);
  });

  it('reveals nothing about the software', async () => {
    const answer = await fetch(`${app.url}/healthz`);
    expect(answer.headers.get('server')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
  });
});

describe('An unusual but valid activity', () => {
  it.each<[string, WireActivity]>([
    ['nulls where Teams writes them', { textFormat: null, locale: null, entities: null, attachments: null }],
    ['a type that nobody knows', { type: 'somethingNew' }],
    ['a typing activity', { type: 'typing' }],
    [
      'a mention whose text is a broken pattern',
      { entities: [{ type: 'mention', text: '((((', mentioned: {} }] },
    ],
    ['a date that is none', { timestamp: 'yesterday' }],
    ['text missing', { text: undefined }],
  ])('is accepted: %s', async (_name, change) => {
    const answer = await app.post({ ...message('hi', connector), ...change });
    expect(answer.status).toBe(200);
  });
});
