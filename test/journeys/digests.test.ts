import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { digestsOf } from './contracts/digests.contract';

digestsOf('SQLite', sqliteUnderTest());
