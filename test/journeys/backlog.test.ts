import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { backlogOf } from './backlog.contract';

backlogOf('SQLite', sqliteUnderTest());
