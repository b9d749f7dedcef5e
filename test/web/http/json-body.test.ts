import { ApiClient, aRequest } from '../../support/api-client';
import { startBotHouse } from '../../support/bot-app';
import type { BotHouse } from '../../support/bot-app';

const taken: unknown[] = [];
let app: BotHouse;

beforeAll(async () => {
  app = await startBotHouse({
    api: {
      systemOf: () => Promise.resolve('depot'),
      submit: (_system, _key, body) => {
        taken.push(body);
        return Promise.resolve({ ok: true, created: true, case: { number: 'CS0000001' } });
      },
    },
  });
});
afterAll(() => app.stop());
beforeEach(() => {
  taken.length = 0;
});

const post = (body: Uint8Array<ArrayBuffer>, type = 'application/json') =>
  fetch(`${app.url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': type, authorization: 'Bearer known', 'idempotency-key': 'k' },
    body,
  });

it("A body that isn't valid UTF-8 is rejected, so no case contains text that nobody sent", async () => {
  const text = JSON.stringify(aRequest({ description: 'Caf# late' }));
  for (const wrong of [[0xe9], [0xf0, 0x9f, 0x98], [0xed, 0xa0, 0x80], [0xff]]) {
    const [before = '', after = ''] = text.split('#');
    const answer = await post(
      new Uint8Array(Buffer.concat([Buffer.from(before), Buffer.from(wrong), Buffer.from(after)])),
    );
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      type: 'urn:problem-type:casekeeper:malformed',
      detail: "The body isn't valid UTF-8. Send JSON in UTF-8.",
    });
  }
  expect(taken).toEqual([]);
  expect((await post(new Uint8Array(Buffer.from(text.replace('#', 'é 😀 �'))))).status).toBe(201);
  expect(taken).toMatchObject([{ description: 'Café 😀 � late' }]);
});

it.each([
  ['application/json; charset=utf-8', 201],
  ['application/json;charset="UTF-8"', 201],
  ['application/json; charset=iso-8859-1', 415],
  ['application/json; charset=utf-16', 415],
  ['application/json; charset=', 415],
  ['application/json; charset=utf-8; charset=latin1', 415],
])('A body of the type %s is answered with %d', async (type, status) => {
  expect((await post(new Uint8Array(Buffer.from(JSON.stringify(aRequest()))), type)).status).toBe(status);
});

it.each([
  ['at its top', '{"pr":"1","pr":"2"}', 'pr'],
  ['that is written otherwise', String.raw`{"pr":"1","\u0070r":"1"}`, 'pr'],
  ['in its contact', '{"contact":{"email":"a","name":"x","email":"b"}}', 'email'],
  ['beside an object', '{"a":{"pr":1},"pr":1,"b":[{"x":1},{"x":2}],"pr":[]}', 'pr'],
])('A body with a duplicate member %s is refused', async (_where, body, name) => {
  const refused = await new ApiClient(app.url, 'known').submit(body);
  expect(refused.status).toBe(400);
  expect(refused.body.type).toBe('urn:problem-type:casekeeper:malformed');
  expect(refused.body.detail).toBe(`The member "${name}" appears twice. Send each member once.`);
  expect(taken).toEqual([]);
});

it.each([
  '{"a":{"pr":1},"b":{"pr":1},"c":[{"pr":1},{"pr":2}]}',
  String.raw`{"a":"\"pr\":1,{","pr":"\\","x":"pr"}`,
  '["pr","pr"]',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
])('A body with members of the same name in different objects is accepted', async (body) => {
  expect((await new ApiClient(app.url, 'known').submit(body)).status).toBe(201);
});
