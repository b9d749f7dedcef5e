import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { loadDemoDirectory } from '../../../scripts/demo/load-demo-directory';
import { openApiOf } from '../../../src/features/requests/openapi';
import { aRequest } from '../../support/api-client';
import { Services } from './desk';

const document = JSON.parse(JSON.stringify(openApiOf(DEFAULT_POLICY, loadDemoDirectory()))) as {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: object }>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
};
const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false });
addFormats(ajv);
const isRequest = ajv.compile(document.components.schemas['Request'] ?? {});
const isCase = ajv.compile(document.components.schemas['Case'] ?? {});
const isProblem = ajv.compile(document.components.schemas['Problem'] ?? {});

/** Members that are sometimes right and sometimes not. */
const mixed = (...right: readonly unknown[]) =>
  fc.oneof(
    { weight: 30, arbitrary: fc.constantFrom(...right) },
    { weight: 1, arbitrary: fc.constantFrom('', null, 5, 'x'.repeat(5_000), '😀', ['x'], {}) },
  );
const bodies = fc.record(
  {
    account: mixed('W25G1V', '1ABC5'),
    contact: fc.oneof(
      {
        weight: 30,
        arbitrary: fc.record(
          { name: mixed('Pat'), email: mixed('pat@example.mil'), phone: mixed('8045550100') },
          { requiredKeys: ['name'] },
        ),
      },
      { weight: 1, arbitrary: fc.constant('Pat') },
    ),
    msc: mixed('aviation', 'distribution'),
    ipd: mixed(1, 2, 3, 4, 8, 15, 16),
    priority: mixed('low', 'high', 'medium'),
    nsn: mixed('5331006185361'),
    pr: mixed('7001234567'),
    requisition: mixed('W25G1V63210001'),
    reason: mixed('backorder', 'billing'),
    description: mixed('Where is it?', 'When?'),
  },
  { requiredKeys: ['account', 'contact', 'msc', 'reason', 'description'] },
);
/** Now and then with a member that is not known, or without one that must be there. */
const changed = fc
  .tuple(bodies, fc.nat(9))
  .map(([body, change]) =>
    change === 0 ? { ...body, extra: 'x' } : change === 1 ? { ...body, account: undefined } : body,
  );

interface Member {
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly properties?: Readonly<Record<string, Member>>;
}
const members = (document.components.schemas['Request'] as Member).properties ?? {};

/** Texts that the document allows for a member. */
const writtenAs = ({ pattern = '', maxLength = 0 }: Member = {}) =>
  fc.stringMatching(new RegExp(pattern, 'u')).filter((text) => Array.from(text).length <= maxLength);

describe('The OpenAPI document', () => {
  it('is in docs/openapi.json as it is served; renew it with: curl <address>/api/openapi.json', () => {
    const kept = readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual(document);
  });

  it('is valid OpenAPI 3.1, and its references all exist', () => {
    expect(document.openapi).toBe('3.1.0');
    const pointed = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)];
    expect(new Set(pointed.map(([, name]) => name))).toEqual(
      new Set(Object.keys(document.components.schemas)),
    );
  });

  it('documents every answer of the API', async () => {
    const { responses = {} } = document.paths['/api/cases']?.['post'] ?? {};
    for (const status of [200, 201, 400, 401, 409, 413, 415, 422, 429, 500, 503]) {
      expect(responses).toHaveProperty(String(status));
    }
    const services = new Services();
    const bad = [{}, aRequest({ account: 5 }), aRequest({ zzz: 1 })];
    const answers = [await services.submit(aRequest(), 'one')];
    for (const body of [...bad, aRequest()]) answers.push(await services.submit(body));
    answers.push(await services.submit(aRequest({ ipd: 3 }), 'one'), await services.submit(aRequest(), ''));
    for (const answer of answers) {
      if (answer.ok) expect(isCase(answer.case)).toBe(true);
      else {
        expect(isProblem(answer.problem)).toBe(true);
        expect(responses).toHaveProperty(String(answer.problem.status));
      }
    }
    expect(answers.map(({ ok }) => ok)).toEqual([true, false, false, false, false, false, false]);
  });

  it('has examples that its own schemas accept', async () => {
    const { properties } = document.components.schemas['Request'] as {
      properties: Record<string, { examples?: unknown[] }>;
    };
    const examples = Object.entries(properties).flatMap(([name, { examples: given = [] }]) =>
      given.map((example) => [name, example] as const),
    );
    expect(examples.length).toBeGreaterThan(4);
    expect(await new Services().submit(aRequest(Object.fromEntries(examples)))).toMatchObject({ ok: true });
  });

  it('allows whatever the API accepts, and the API refuses whatever it forbids', async () => {
    const count = { taken: 0, forbidden: 0 };
    await fc.assert(
      fc.asyncProperty(changed, async (body) => {
        const { ok } = await new Services().submit(body);
        if (ok) count.taken += 1;
        // Content that a schema does not say (an MSC without a group, a blank text) is refused beside it.
        if (ok) expect(isRequest(body)).toBe(true);
        if (!isRequest(body)) {
          count.forbidden += 1;
          expect(ok).toBe(false);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
    expect(Math.min(count.taken, count.forbidden)).toBeGreaterThan(50);
  });

  it('lists only the MSCs that have a Level 2 group (ES-1)', () => {
    const { msc } = members;
    expect(msc?.enum).toEqual(['aviation', 'land-and-maritime', 'distribution']);
  });

  it.each(['account', 'nsn', 'pr', 'requisition', 'description'])(
    'says how to write the %s, and whatever is written that way is accepted',
    async (member) => {
      await fc.assert(
        fc.asyncProperty(writtenAs(members[member]), async (text) => {
          expect(await new Services().submit(aRequest({ [member]: text }))).toMatchObject({ ok: true });
        }),
        { numRuns: 60, seed: 11 },
      );
    },
  );

  it.each(['name', 'email', 'phone'])(
    'says how to write the %s of the contact, and whatever is written that way is accepted',
    async (member) => {
      const inner = members['contact']?.properties?.[member];
      const right = { name: 'Pat', email: 'pat@example.mil', phone: '8045550100' };
      await fc.assert(
        fc.asyncProperty(writtenAs(inner), async (text) => {
          const contact = { ...right, [member]: text };
          expect(await new Services().submit(aRequest({ contact }))).toMatchObject({ ok: true });
        }),
        { numRuns: 60, seed: 12 },
      );
    },
  );
});
