import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { backlogOf } from './contracts/backlog.contract';

backlogOf('SQLite', sqliteUnderTest());
