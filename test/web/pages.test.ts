import { html } from '../../src/web/pages/html';
import { pageOf } from '../../src/web/pages/shell';
import type { TrustedProxies } from '../../src/app/config/config-trust-proxy';
import type { Page } from '../../src/web/pages/page';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const taken: { token: string; form: URLSearchParams }[] = [];
const page: Page = {
  name: 'try',
  isOurs: (token) => Promise.resolve(token !== 'bad'),
  show: (token) =>
    token === 'fault'
      ? Promise.reject(new Error('broken'))
      : Promise.resolve(pageOf({ title: 'A <b>', main: html`<h1>Hello</h1>`, context: {} })),
  take: (token, form) => {
    taken.push({ token, form });
    return Promise.resolve({ status: 200, type: 'text/csv', body: 'a,b\n', fileName: 'figures.csv' });
  },
};

let app: BotHouse;
beforeAll(async () => {
  app = await startBotHouse({
    pages: [page, { name: 'bare', isOurs: () => Promise.resolve(true), show: (token) => page.show(token) }],
  });
});
afterAll(() => app.stop());

const post = (path: string, body: string, headers: Record<string, string> = FORM): Promise<Response> =>
  fetch(`${app.url}${path}`, { method: 'POST', headers, body });

it('A page has headers that let nothing run, frame, cache, or reveal it (CL-7)', async () => {
  const answer = await fetch(`${app.url}/p/try/${'x'.repeat(400)}.y-_`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const policy = answer.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[^;]+'; img-src data:; form-action 'self'; /,
  );
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/script|unsafe/);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
  expect(await answer.text()).toContain('<title>A &lt;b&gt;</title>');
});

it("A page accepts a browser's form, and saves a file if it has a file name", async () => {
  const answer = await post('/p/try/abc.def', 'degree=5&comment=Gr%C3%BC%C3%9Fe+%26+more');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="figures.csv"');
  const [{ token, form } = { token: '', form: new URLSearchParams() }] = taken.splice(0);
  expect([token, form.get('degree'), form.get('comment')]).toEqual(['abc.def', '5', 'Grüße & more']);
});

it('A page accepts no other body, and none over 16 KiB', async () => {
  expect((await post('/p/try/a', '{}', { 'content-type': 'application/json' })).status).toBe(415);
  expect((await post('/p/try/a', 'a=b', { ...FORM, 'content-encoding': 'gzip' })).status).toBe(415);
  expect((await post('/p/try/a', `a=${'x'.repeat(16 * 1024)}`)).status).toBe(413);
  expect(taken).toEqual([]);
});

it('A form is accepted on no other path', async () => {
  expect((await post('/api/messages', 'a=b')).status).toBe(415);
  expect((await post('/api/cases', 'a=b')).status).toBe(415);
});

it('A missing page says so in plain words, and so does an address that accepts no form', async () => {
  expect(await (await fetch(`${app.url}/p/other/a`)).text()).toBe('Not found.\n');
  expect((await post('/p/bare/a', 'a=b')).status).toBe(405);
});

it('A page answers a fault with only a reference, and logs no address', async () => {
  const answer = await fetch(`${app.url}/p/try/fault`);
  expect(answer.status).toBe(500);
  expect(await answer.text()).toMatch(/Reference: [2-9A-Z]{4}\.$/m);
  expect(JSON.stringify(app.logged)).not.toContain('/p/try');
});

describe('A flood of invalid links', () => {
  const many = async (of: BotHouse, count: number, token: string, from?: string): Promise<number[]> => {
    const headers: Record<string, string> = from === undefined ? {} : { 'x-forwarded-for': from };
    const ask = (): Promise<number> =>
      fetch(`${of.url}/p/try/${token}`, { headers }).then(({ status }) => status);
    return Promise.all(Array.from({ length: count }, ask));
  };
  const refused = (statuses: readonly number[]): number => statuses.filter((status) => status === 429).length;
  const started: BotHouse[] = [];
  const start = async (trustProxy?: TrustedProxies): Promise<BotHouse> => {
    const config = trustProxy === undefined ? {} : { trustProxy };
    const made = await startBotHouse({ pages: [page], config, time: { now: () => 0 } });
    started.push(made);
    return made;
  };
  afterEach(() => Promise.all(started.splice(0).map((of) => of.stop())));

  it('is limited for the address it comes from', async () => {
    expect(refused(await many(await start(), 70, 'bad'))).toBe(10);
  });

  it('delays no valid link from the same address, however many are opened and sent', async () => {
    const still = await start();
    await many(still, 400, 'bad');
    expect(await many(still, 150, 'good')).toEqual(Array.from({ length: 150 }, () => 200));
    const sent = await fetch(`${still.url}/p/try/good`, { method: 'POST', headers: FORM, body: 'degree=5' });
    expect(sent.status).toBe(200);
    taken.splice(0);
  });

  it('is limited for each client behind a trusted proxy', async () => {
    for (const trusted of [1, ['127.0.0.0/8']]) {
      const still = await start(trusted);
      expect(refused(await many(still, 70, 'bad', '203.0.113.9, 198.51.100.7'))).toBe(10);
      expect(refused(await many(still, 1, 'bad', '203.0.113.9, 198.51.100.8'))).toBe(0);
    }
  });

  it("can't avoid its limit with an address that the client made up", async () => {
    const untold = await start();
    const trusted = await start(1);
    for (const end of [1, 2]) {
      expect(refused(await many(untold, 60, 'bad', `203.0.113.${end}`))).toBe(end === 1 ? 0 : 60);
      expect(refused(await many(trusted, 60, 'bad', `203.0.113.${end}, 198.51.100.7`))).toBe(
        end === 1 ? 0 : 60,
      );
    }
  });
});

describe('A page that is sent in pieces', () => {
  let made = 0;
  let end: () => void = () => undefined;
  const pieces = async function* (count: number, breaksAt = Infinity): AsyncGenerator<string> {
    try {
      for (made = 0; made < count; made += 1) {
        if (made === breaksAt) throw new Error('the store is away');
        yield await Promise.resolve(`${made},${'x'.repeat(1_000)}\r\n`);
      }
    } finally {
      end();
    }
  };
  const inPieces: Page = {
    name: 'pieces',
    isOurs: () => Promise.resolve(true),
    show: (token) =>
      Promise.resolve({
        status: 200,
        type: 'text/csv',
        body: token === 'breaks' ? pieces(1_000, 500) : pieces(token === 'many' ? 100_000 : 300),
        fileName: 'cases.csv',
      }),
  };
  let of: BotHouse;
  beforeAll(async () => {
    of = await startBotHouse({ pages: [inPieces] });
  });
  afterAll(() => of.stop());

  it('arrives whole, with the same headers as any other (ME-7)', async () => {
    const answer = await fetch(`${of.url}/p/pieces/all`);
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="cases.csv"');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('content-length')).toBeNull();
    expect((await answer.text()).split('\r\n')).toHaveLength(301);
  });

  it('breaks the connection if it fails midway and logs it with a reference, so no part passes for the whole (ME-7)', async () => {
    const answer = await fetch(`${of.url}/p/pieces/breaks`);
    await expect(answer.text()).rejects.toThrow('terminated');
    expect(of.logged.at(-1)).toMatchObject({
      message: 'A page could not be served',
      fields: { page: 'pieces', reference: expect.stringMatching(/^[2-9A-Z]{4}$/) as string },
    });
  });

  it('is not continued once its reader has left, and no fault is logged (ME-7)', async () => {
    const logged = of.logged.length;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const leaving = new AbortController();
    const answer = await fetch(`${of.url}/p/pieces/many`, { signal: leaving.signal });
    await answer.body?.getReader().read();
    leaving.abort();
    await ended;
    await of.server.settled();
    expect(made).toBeLessThan(50_000);
    expect(of.logged.slice(logged)).toEqual([]);
  });
});
