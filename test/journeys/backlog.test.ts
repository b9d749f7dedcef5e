import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { backlogOf } from './backlog.contract';

backlogOf('SQLite', sqliteUnderTest());
