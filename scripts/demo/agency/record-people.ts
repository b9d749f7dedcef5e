import { ACCOUNT, CONTACT } from '../../../src/storage/repositories/customer-records';
import { StoredCustomers } from '../../../src/storage/repositories/customer-repository';
import { COUNTER, Counters } from '../../../src/storage/repositories/counters';
import { PERSON, StoredDirectory } from '../../../src/storage/repositories/directory-register';
import { GROUP } from '../../../src/storage/repositories/group-record';
import type { Engine } from '../../../src/storage/store';
import type { Agency } from './agency';

/** Writes the agency's groups and people, and its customers with the names of their organizations. */
export async function recordPeople(engine: Engine, agency: Agency): Promise<void> {
  const counters = await engine.store(COUNTER);
  const directory = new StoredDirectory(
    await engine.store(GROUP),
    await engine.store(PERSON),
    new Counters(counters),
  );
  await directory.load(agency.directory.groups, agency.directory.people);
  const customers = new StoredCustomers(await engine.store(ACCOUNT), await engine.store(CONTACT));
  const [by = ''] = agency.directory.group('CIC')?.agents ?? [];
  for (const { account, name, contacts } of agency.customers) {
    const act = (what: string) => ({ by, at: agency.from, cause: `agency:${account.code}:${what}` });
    for (const contact of contacts) await customers.record(account, contact, act('recorded'));
    const saved = await customers.account(account);
    if (saved === undefined) throw new Error(`The account ${account.code} was not recorded`);
    const named = { ...act('named'), kind: 'named', to: name, why: 'As the customer gave it.' } as const;
    const timeline = [...saved.account.timeline, named];
    await customers.saveAccount(saved.version, { ...saved.account, timeline });
  }
}

/** The next case that is opened has the number after those of the agency. */
export async function countFrom(engine: Engine, cases: number): Promise<void> {
  const counters = await engine.store(COUNTER);
  const written = await counters.insert('case', { last: cases });
  if (!written.ok) throw new Error('Cases were counted already');
}
