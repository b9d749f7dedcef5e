import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { newKindContract } from './new-kind.contract';

newKindContract('SQLite', sqliteUnderTest());
