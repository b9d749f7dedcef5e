import { StoreBench } from './engine-under-test';
import type { EngineUnderTest } from './engine-under-test';
import { findContract } from './store-find.contract';
import { indexContract } from './store-index.contract';
import { recordsContract } from './store-records.contract';
import { unreadableContract } from './store-unreadable.contract';
import { upkeepContract } from './store-upkeep.contract';
import { valuesContract } from './store-values.contract';

/** What every engine keeps, whatever lies beneath it. */
export function storeContract(name: string, under: EngineUnderTest): void {
  describe(`The store on ${name}`, () => {
    const bench = new StoreBench(under);
    beforeAll(() => bench.open());
    afterAll(() => bench.end());
    recordsContract(bench);
    valuesContract(bench);
    findContract(bench);
    indexContract(bench);
    upkeepContract(bench);
    unreadableContract(bench);
  });
}
