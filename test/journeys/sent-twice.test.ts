import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { sentTwice } from './sent-twice.contract';

sentTwice('SQLite', sqliteUnderTest());
