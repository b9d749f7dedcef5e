import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { digestsOf } from './digests.contract';

digestsOf('SQLite', sqliteUnderTest());
