import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { digestsOf } from './digests.contract';

digestsOf('SQLite', sqliteUnderTest());
