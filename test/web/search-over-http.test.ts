import { searchCustomers } from '../../src/commands/customers/search-customers';
import { ACCOUNT, CONTACT } from '../../src/storage/repositories/customer-records';
import { StoredCustomers } from '../../src/storage/repositories/customer-repository';
import { asTyped } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse, HouseOptions } from '../support/bot-app';
import { memoryStore } from '../support/memory/memory-store';
import { aWorld } from '../support/site';

const ORIGIN = { serviceUrl: 'http://127.0.0.1:1/' };
const as = (id: string) => ({ ...ORIGIN, person: { id: `29:${id}`, aadObjectId: id, name: id } });
const agent = as('av2-agent');
const act = { by: 'av2-agent', at: 1, cause: 'c' };

const customers = new StoredCustomers(memoryStore(ACCOUNT), memoryStore(CONTACT));
const search: HouseOptions['search'] = ({ person, ...asked }) =>
  searchCustomers({ ...asked, by: person.id }, aWorld(), customers);

let app: BotHouse;
beforeAll(async () => {
  const record = (code: string, name: string, email: string) =>
    customers.record({ kind: 'DoDAAC', code }, { name, email }, act);
  await record('W25G1V', 'Pat Customer', 'pat@example.mil');
  await record('N00189', 'Lee Conrad', 'lee@depot.mil');
  for (let nth = 0; nth < 20; nth += 1) await record('FB2823', `Kit ${nth}`, `kit${nth}@example.mil`);
});
afterEach(() => app.stop());

/** What comes back, which is an answer of status 200 whatever was asked. */
async function answered(...asked: Parameters<typeof asTyped>): Promise<{ title: string; value: string }[]> {
  const answer = await app.post(asTyped(...asked));
  expect(answer.status).toBe(200);
  const body = (await answer.json()) as { value: { results: { title: string; value: string }[] } };
  expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse' });
  return body.value.results;
}

describe('The search for a known customer', () => {
  beforeEach(async () => {
    app = await startBotHouse({ search });
  });

  it.each(['w25g', 'W25G1V', 'pat', 'pat@exam', 'cust pat', '  Pat  '])(
    'finds them by %j, the beginning of the DoDAAC, name, or email (AC-1)',
    async (text) => {
      expect(await answered(text, agent)).toEqual([
        { title: 'W25G1V: Pat Customer · pat@example.mil', value: 'DoDAAC:W25G1V pat@example.mil' },
      ]);
    },
  );

  it('finds at most fifteen, or fewer if fewer are wanted, and has one page (AC-1)', async () => {
    expect(await answered('kit', agent)).toHaveLength(15);
    for (const [queryOptions, count] of [
      [{ skip: 0, top: 500 }, 15],
      [{ skip: 0, top: 3 }, 3],
      [{ skip: 15, top: 15 }, 0],
      [{ skip: 'x', top: -1 }, 15],
      [null, 15],
    ] as const)
      expect(await answered('kit', agent, { queryOptions })).toHaveLength(count);
  });

  it("returns nothing if no one is meant, or if the person isn't allowed to know (AC-1)", async () => {
    const none: readonly Parameters<typeof asTyped>[] = [
      ['p', agent],
      ['', agent],
      ['x'.repeat(255), agent],
      ['%', agent],
      [null, agent],
      [{ pat: 1 }, agent],
      ['pat', agent, { dataset: 'people' }],
      ['pat', agent, { dataset: ['customers'] }],
      ['pat', as('a stranger')],
    ];
    for (const asked of none) expect(await answered(...asked)).toEqual([]);
    for (const value of [null, 'pat', [], 5]) {
      const answer = await app.post({ ...asTyped('pat', agent), value });
      expect(await answer.json()).toMatchObject({ statusCode: 200, value: { results: [] } });
    }
    expect(app.logged).toEqual([]);
    expect(app.requests).toEqual([]);
  });

  it('finds the people of an account by its name (AC-1)', async () => {
    const account = { kind: 'DoDAAC', code: 'N00189' } as const;
    const saved = await customers.account(account);
    if (saved === undefined) throw new Error('The account is not on record');
    const named = { ...act, kind: 'named', to: 'Norfolk Depot', why: 'Said so.' } as const;
    const timeline = [...saved.account.timeline, named];
    await customers.saveAccount(saved.version, { ...saved.account, timeline });
    const titles = (await answered('norfolk', agent)).map(({ title }) => title);
    expect(titles).toEqual(['N00189: Lee Conrad · lee@depot.mil']);
  });
});

it('The customer search returns nothing if it fails, and the log says so without what was typed', async () => {
  app = await startBotHouse({ search: () => Promise.reject(new Error('the store is gone')) });
  expect(await answered('pat', agent)).toEqual([]);
  expect(app.logged.map(({ level, message }) => [level, message])).toEqual([['error', 'A search failed']]);
  expect(JSON.stringify(app.logged)).not.toContain('pat');
});

it('The customer search is limited like turns, and uses none of them up', async () => {
  app = await startBotHouse({ search, config: { turnsAMinute: 60 }, time: { now: () => 0 } });
  for (let typed = 0; typed < 20; typed += 1) expect(await answered('pat', agent)).toHaveLength(1);
  expect(await answered('pat', agent)).toEqual([]);
  expect(await answered('pat', as('cic-agent'))).toHaveLength(1);
});
