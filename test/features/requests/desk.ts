import { submitRequest } from '../../../src/features/requests/submit-request';
import { ACCOUNT, CONTACT } from '../../../src/storage/repositories/customer-records';
import { StoredCustomers } from '../../../src/storage/repositories/customer-repository';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { MemoryCases } from '../../support/memory/memory-cases';
import { memoryStore } from '../../support/memory/memory-store';
import { aWorld } from '../../support/site';

/** A desk that takes requests of the system "depot", its cases in memory. */
export class Services {
  readonly cases = new MemoryCases();
  readonly customers = new StoredCustomers(memoryStore(ACCOUNT), memoryStore(CONTACT));
  readonly saved: string[] = [];
  /** What differs from the site of the tests. */
  context: Partial<DomainContext> = {};
  #sent = 0;

  submit(body: unknown, idempotencyKey = `key-${(this.#sent += 1)}`) {
    return submitRequest(
      { system: 'depot', idempotencyKey, body },
      {
        ...aWorld(),
        ...this.context,
        cases: this.cases,
        customers: this.customers,
        saved: (number) => void this.saved.push(number),
      },
    );
  }

  /** The faults of a refused body by pointer. */
  async errors(body: unknown): Promise<Readonly<Record<string, string>>> {
    const answer = await this.submit(body);
    if (answer.ok) throw new Error(`Taken: ${JSON.stringify(body).slice(0, 200)}`);
    return Object.fromEntries((answer.problem.errors ?? []).map(({ pointer, detail }) => [pointer, detail]));
  }
}
