import type { CaseChange } from '../../../src/domain/cases/change';
import { CASE } from '../../../src/storage/repositories/case-record';
import { StoredCases } from '../../../src/storage/repositories/case-repository';
import { memoryCounters } from './memory-records';
import { memoryStore } from './memory-store';

/** The records of cases in memory. */
export class MemoryCases extends StoredCases {
  /** Runs before each save, so that a test can let someone else be quicker. */
  beforeSave: () => Promise<void> = () => Promise.resolve();

  constructor() {
    super(memoryStore(CASE), memoryCounters());
  }

  override async save(expectedVersion: number, change: CaseChange): ReturnType<StoredCases['save']> {
    await this.beforeSave();
    return super.save(expectedVersion, change);
  }
}
