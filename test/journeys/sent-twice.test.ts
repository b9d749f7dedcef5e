import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { sentTwice } from './sent-twice.contract';

sentTwice('SQLite', sqliteUnderTest());
