import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { loadDemoDirectory } from '../../../scripts/demo/load-demo-directory';
import { openApiOf } from '../../../src/features/requests/openapi';
import { aRequest } from '../../support/api-client';
import { Services } from './desk';

const withContact = (change: Readonly<Record<string, unknown>>) =>
  aRequest({ contact: { name: 'Pat Customer', email: 'pat@unit.example.mil', ...change } });
/** A request with one member, named by its pointer, replaced. */
const withAt = (pointer: string, value: unknown): object => {
  const [, top = '', inner] = pointer.split('/');
  return inner === undefined ? aRequest({ [top]: value }) : withContact({ [inner]: value });
};

const TEXTS = [
  ['#/account', 40],
  ['#/contact/name', 120],
  ['#/contact/email', 254],
  ['#/contact/phone', 60],
  ['#/nsn', 60],
  ['#/pr', 60],
  ['#/requisition', 60],
  ['#/description', 4_000],
] as const;
const CODES = ['#/account', '#/contact/email', '#/contact/phone', '#/nsn', '#/pr', '#/requisition'] as const;
const CHOICES = ['#/msc', '#/priority', '#/reason'] as const;
const HOSTILE = ['<at>all</at>', '${pr}', '\u202e123', '😀', "'; drop table case; --", '\u0000', '\ud800'];

const wrongTypes = [5, true, null, [], {}, [['x']]];
const pointers = [...TEXTS.map(([pointer]) => pointer), ...CHOICES];

interface Member {
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Member>>;
}

/** Every member of the document with its limit, by pointer. */
const membersOf = ({ properties = {} }: Member, at = '#'): readonly (readonly [string, number?])[] =>
  Object.entries(properties).flatMap(([name, member]) =>
    member.properties === undefined
      ? [member.maxLength === undefined ? [`${at}/${name}`] : [`${at}/${name}`, member.maxLength]]
      : membersOf(member, `${at}/${name}`),
  );

it('The request tests cover every member of the published document, with its limit', () => {
  const published = openApiOf(DEFAULT_POLICY, loadDemoDirectory()) as {
    components: { schemas: { Request: Member } };
  };
  const tested = [...TEXTS, ...CHOICES.map((pointer) => [pointer]), ['#/ipd']];
  expect(membersOf(published.components.schemas.Request).toSorted()).toEqual(tested.toSorted());
});

describe('A member of a request', () => {
  it.each(pointers)('%s refuses any other type, and says which one it requires', async (pointer) => {
    const services = new Services();
    for (const value of wrongTypes)
      expect(await services.errors(withAt(pointer, value))).toHaveProperty([pointer]);
    expect(services.saved).toEqual([]);
  });

  it.each(['2', 2.5, 0, 16, -1, Infinity, null, [2], true])('#/ipd refuses %j', async (value) => {
    expect((await new Services().errors(aRequest({ ipd: value })))['#/ipd']).toMatch(/1 to 15/);
  });

  it.each(TEXTS)(
    '%s is refused beyond %d characters, and the refusal states the limit',
    async (pointer, limit) => {
      for (const sign of ['x', '😀']) {
        const said = await new Services().errors(withAt(pointer, sign.repeat(limit + 1)));
        expect(said[pointer]).toContain(`has ${limit + 1} characters. Shorten it to ${limit} or fewer.`);
      }
    },
  );

  it.each(CODES)('%s refuses hostile text as a code', async (pointer) => {
    for (const text of HOSTILE)
      expect(await new Services().errors(withAt(pointer, text))).toHaveProperty([pointer]);
  });

  it.each(CHOICES)('%s lists its choices', async (pointer) => {
    for (const text of ['', 'nonsense', '__proto__', 'constructor', ...HOSTILE]) {
      expect((await new Services().errors(withAt(pointer, text)))[pointer]).toMatch(/^Use one of: [a-z-]+, /);
    }
  });

  it.each(['#/description', '#/contact/name'])('%s keeps odd text exactly (CA-6)', async (pointer) => {
    for (const text of ['<at>all</at>', '${pr} {{x}}', '\u202eright to left', '😀', '**b** [a](http://x)']) {
      const services = new Services();
      const answer = await services.submit(withAt(pointer, text));
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      const made = (await services.cases.get(answer.case.number))?.state.details;
      expect(pointer === '#/description' ? made?.description : made?.contact.name).toBe(text);
    }
  });

  it('that is required and missing is reported at its place, all at once (AC-1, CA-8, ES-9)', async () => {
    expect(Object.keys(await new Services().errors({})).sort()).toEqual([
      '#/account',
      '#/contact/email',
      '#/contact/name',
      '#/description',
      '#/msc',
      '#/priority',
      '#/reason',
    ]);
  });
});

describe('The body of a request', () => {
  it.each([undefined, null, 5, 'text', [], [aRequest()]])(
    "is refused if it isn't an object: %j",
    async (body) => {
      expect((await new Services().errors(body))['#']).toBe('Send one JSON object.');
    },
  );

  it("can't have a member outside the document: origin, channel, and notes are not up to the system (CA-1, CA-6)", async () => {
    const more = {
      origin: 'level-2',
      customerChannel: 'email',
      externalContact: false,
      problemNotes: 'x',
      group: 'av3',
    };
    expect(Object.keys(await new Services().errors(aRequest(more)))).toEqual(
      Object.keys(more).map((name) => `#/${name}`),
    );
  });

  it('gets a correct pointer to an odd unknown member', async () => {
    const body: unknown = JSON.parse(
      JSON.stringify(aRequest()).replace(/}$/, ',"__proto__":{"account":"x"},"a/b~c d":1,"\\ud800":1}'),
    );
    expect(Object.keys(await new Services().errors(body))).toEqual([
      '#/__proto__',
      '#/a~1b~0c%20d',
      '#/%EF%BF%BD',
    ]);
  });

  it('with thousands of unknown members gets a short answer', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, nth) => [`${'m'.repeat(90)}${nth}`, 1]),
    );
    expect(JSON.stringify(await new Services().errors(aRequest(many))).length).toBeLessThan(4_000);
  });

  it('nested deeply enough to exhaust the stack is refused at its member', async () => {
    const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
    expect(await new Services().errors(aRequest({ contact: deep(100_000) }))).toEqual({
      '#/contact': 'The contact must be an object.',
    });
    expect(Object.keys(await new Services().errors(aRequest({ more: deep(100_000) })))).toEqual(['#/more']);
  });

  it('gets one fault for each place where both form and content are wrong', async () => {
    const said = await new Services().errors(aRequest({ account: 5, nsn: '12', contact: 'me', reason: 'x' }));
    expect(Object.keys(said).sort()).toEqual(['#/account', '#/contact', '#/nsn', '#/reason']);
  });
});

describe('The idempotency key', () => {
  it.each(['', ' ', 'a b', 'ä', '\u0007', 'x'.repeat(129)])("can't be %j", async (key) => {
    const services = new Services();
    const answer = await services.submit(aRequest(), key);
    if (answer.ok) throw new Error('Taken');
    expect(answer.problem).toMatchObject({ status: 400 });
    expect(answer.problem.detail).toContain('1 to 128 visible ASCII characters');
    expect(services.saved).toEqual([]);
  });

  it('can be used again for a corrected request if nothing was created', async () => {
    const services = new Services();
    expect((await services.submit(aRequest({ account: 'x' }), 'one')).ok).toBe(false);
    expect(await services.submit(aRequest(), 'one')).toMatchObject({ ok: true, created: true });
  });

  it('gives the same case however often it comes, and uses up no more numbers (CA-7)', async () => {
    const services = new Services();
    const first = await services.submit(aRequest(), 'one');
    for (let again = 0; again < 5; again += 1) await services.submit(aRequest(), 'one');
    expect(first).toMatchObject({ ok: true, case: { number: 'CS0000001' } });
    expect(await services.submit(aRequest({ pr: '7001234568' }))).toMatchObject({
      ok: true,
      case: { number: 'CS0000002', similar: ['CS0000001'] },
    });
    expect(services.saved).toEqual(['CS0000001', 'CS0000002']);
  });
});

describe('The customer of a request', () => {
  const account = { kind: 'DoDAAC', code: 'W25G1V' } as const;
  const contactsOf = (services: Services) => services.customers.contactsOf(account, 10);

  it('is recorded with it once, and stays as recorded whatever a later one says (AC-1, RE-1)', async () => {
    const services = new Services();
    expect((await services.submit(withContact({ account: undefined }))).ok).toBe(false);
    expect(await contactsOf(services)).toEqual([]);
    await services.submit(aRequest({ account: account.code, pr: '7000000001' }));
    const [known] = await contactsOf(services);
    expect(known?.timeline).toMatchObject([{ kind: 'recorded', by: 'system:depot' }]);
    const otherwise = { name: 'Someone else', email: 'PAT@unit.example.mil' };
    const answer = await services.submit(
      aRequest({ account: account.code, pr: '7000000002', contact: otherwise }),
    );
    // The case has what was sent; nothing of the record is overwritten.
    const number = answer.ok ? answer.case.number : '';
    expect((await services.cases.get(number))?.state.details.contact.name).toBe('Someone else');
    expect(await contactsOf(services)).toEqual([known]);
  });

  it('is recorded before the case, does no harm if no case is created, and can be sent again (AC-1, ES-6)', async () => {
    const services = new Services();
    const insert = services.cases.insert.bind(services.cases);
    services.cases.insert = () => Promise.reject(new Error('The process ended'));
    await expect(services.submit(aRequest({ account: account.code }), 'one')).rejects.toThrow();
    services.cases.insert = insert;
    expect((await services.submit(aRequest({ account: account.code }), 'one')).ok).toBe(true);
    expect(await contactsOf(services)).toHaveLength(1);
  });
});
