import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { sentTwice } from './contracts/sent-twice.contract';

sentTwice('SQLite', sqliteUnderTest());
