import { gzipSync } from 'node:zlib';
import { problemOf } from '../../src/ports/problem';
import { ApiClient, aRequest } from '../support/api-client';
import type { ApiAnswer } from '../support/api-client';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';

const taken: { system: string; key: string; body: unknown }[] = [];
let app: BotHouse;
let fault: Error | undefined;

beforeAll(async () => {
  app = await startBotHouse({
    api: {
      systemOf: (key) => {
        if (key === 'broken') return Promise.reject(new Error('the store is gone: secret-host'));
        return Promise.resolve(key.startsWith('known') ? key : undefined);
      },
      submit: (system, key, body) => {
        if (fault !== undefined) return Promise.reject(fault);
        taken.push({ system, key, body });
        if (key === '')
          return Promise.resolve({ ok: false, problem: problemOf(400, 'idempotency-key', 'None.') });
        return Promise.resolve({ ok: true, created: key !== 'again', case: { number: 'CS0000001' } });
      },
      show: (_system, number) => Promise.resolve(number === 'CS0000001' ? { number } : undefined),
      document: () => ({ openapi: '3.1.0' }),
    },
  });
});
afterAll(() => app.stop());
beforeEach(() => {
  taken.length = 0;
  fault = undefined;
});
afterEach(async () => {
  // Whatever was sent, the process lives and answers.
  expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
});

const as = (key: string): ApiClient => new ApiClient(app.url, key);

function isProblem(answer: ApiAnswer, status: number, kind: string): void {
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ type: `urn:problem-type:casekeeper:${kind}`, status });
  expect(typeof answer.body.title).toBe('string');
}

describe('The system that submits a request', () => {
  it('is identified by a bearer key, by X-Api-Key, or by both if they are the same, without a bot registration', async () => {
    expect((await as('known').submit(aRequest())).status).toBe(201);
    const headers = { 'x-api-key': 'known-2' };
    expect((await as('').submit(aRequest(), 'k', headers)).status).toBe(201);
    const both = { authorization: 'Bearer known-3', 'x-api-key': 'known-3' };
    expect((await as('').submit(aRequest(), 'k', both)).status).toBe(201);
    expect(taken.map(({ system }) => system)).toEqual(['known', 'known-2', 'known-3']);
  });

  it.each([
    ['no key', {}],
    ['an empty one', { authorization: '' }],
    ['an unknown one', { authorization: 'Bearer nobody' }],
    ['another scheme', { authorization: 'Basic known' }],
    ['a scheme alone', { authorization: 'Bearer' }],
    ['two words', { authorization: 'Bearer known known' }],
    ['a key of 8 KB', { authorization: `Bearer ${'x'.repeat(8_000)}` }],
    ['an unknown X-Api-Key', { 'x-api-key': 'nobody' }],
    ['an empty one beside a known X-Api-Key', { authorization: '', 'x-api-key': 'known' }],
    ['an unknown one beside a known X-Api-Key', { authorization: 'Bearer nobody', 'x-api-key': 'known' }],
    ['another scheme beside a known X-Api-Key', { authorization: 'Basic known', 'x-api-key': 'known' }],
    ['a scheme alone beside a known X-Api-Key', { authorization: 'Bearer ', 'x-api-key': 'known' }],
    ['a known one beside another X-Api-Key', { authorization: 'Bearer known', 'x-api-key': 'known-2' }],
  ])('is refused with %s before the body is read', async (_name, headers) => {
    for (const body of [aRequest(), '{"broken', 'x'.repeat(300 * 1024)]) {
      const refused = await as('').submit(body, 'k', headers);
      isProblem(refused, 401, 'unauthorized');
      expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(taken).toEqual([]);
    expect(JSON.stringify(app.logged)).not.toContain('nobody');
  });

  it('may send a limited number of requests and is then told how long to wait, while others may continue', async () => {
    let refused: ApiAnswer | undefined;
    for (let sent = 0; sent < 300 && refused === undefined; sent += 1) {
      const answer = await as('known-busy').show('CS0000001');
      if (answer.status !== 200) refused = answer;
    }
    if (refused === undefined) throw new Error('No request was one too many');
    isProblem(refused, 429, 'too-many-requests');
    expect(Number(refused.headers.get('retry-after'))).toBe(1);
    expect((await as('known-calm').show('CS0000001')).status).toBe(200);
  });
});

describe('An answer of the API', () => {
  it('is 201 for a case that was opened and 200 for an existing one, with its location', async () => {
    for (const [key, status] of [
      ['new', 201],
      ['again', 200],
    ] as const) {
      const answer = await as('known').submit(aRequest(), key);
      expect(answer).toMatchObject({ status, body: { number: 'CS0000001' } });
      expect(answer.headers.get('location')).toBe('/api/cases/CS0000001');
    }
  });

  it('is a problem document if it refuses', async () => {
    const refused = await as('known').submit(aRequest(), '');
    isProblem(refused, 400, 'idempotency-key');
  });

  it('to a fault is a reference and reveals nothing internal', async () => {
    fault = new Error('secret-table is locked');
    const answers = [await as('known').submit(aRequest()), await as('broken').submit(aRequest())];
    for (const answer of answers) {
      isProblem(answer, 500, 'fault');
      expect(JSON.stringify(answer.body)).not.toContain('secret');
      const [, reference = ''] = /reference (\S+)\./.exec(answer.body.detail as string) ?? [];
      expect(
        app.logged.some(({ fields }) => (fields as { reference?: string }).reference === reference),
      ).toBe(true);
    }
  });

  it('gives the OpenAPI document to anyone', async () => {
    const answer = await fetch(`${app.url}/api/openapi.json`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(await answer.json()).toEqual({ openapi: '3.1.0' });
  });
});

describe('An invalid request', () => {
  it.each([
    ['malformed JSON', '{"account": ', 400, 'malformed'],
    ['JSON of 1 MB', JSON.stringify(aRequest({ description: 'x'.repeat(1_000_000) })), 413, 'too-large'],
  ])('is refused: %s', async (_name, body, status, kind) => {
    isProblem(await as('known').submit(body), status, kind);
    expect(taken).toEqual([]);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/ld+json', ''])(
    'is refused as %j',
    async (type) => {
      isProblem(await as('known').submit(aRequest(), 'k', { 'content-type': type }), 415, 'not-json');
    },
  );

  it('is refused with a content encoding', async () => {
    const answer = await fetch(`${app.url}/api/cases`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-encoding': 'gzip',
        authorization: 'Bearer known',
      },
      body: new Uint8Array(gzipSync(JSON.stringify(aRequest()))),
    });
    expect(answer.status).toBe(415);
    expect(taken).toEqual([]);
  });

  it("gets nothing of the JSON parser's own message", async () => {
    const answer = await as('known').submit('{"secret-word" oops');
    expect(JSON.stringify(answer.body)).not.toContain('secret-word');
  });

  it('is refused in the same form for its path and its method', async () => {
    const headers = { authorization: 'Bearer known' };
    const gone = await fetch(`${app.url}/api/cases/a/b`, { headers });
    expect([gone.status, gone.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
    const wrong = await fetch(`${app.url}/api/cases`, { method: 'DELETE', headers });
    expect([wrong.status, wrong.headers.get('content-type')]).toEqual([405, 'application/problem+json']);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const refused = await fetch(`${app.url}/api/cases/CS0000001`, { method, headers });
      expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET']);
    }
  });
});

describe('A server that stops', () => {
  it('finishes the request in flight', async () => {
    const open: { finish?: () => void } = {};
    const stopping = await startBotHouse({
      api: {
        systemOf: () => Promise.resolve('depot'),
        submit: () =>
          new Promise((resolve) => {
            open.finish = () => {
              resolve({ ok: true, created: true, case: { number: 'CS0000002' } });
            };
          }),
      },
    });
    const answer = new ApiClient(stopping.url, 'key').submit(aRequest());
    while (open.finish === undefined) await new Promise((resolve) => setImmediate(resolve));
    const stopped = stopping.stop();
    open.finish();
    expect((await answer).status).toBe(201);
    await stopped;
  });
});
