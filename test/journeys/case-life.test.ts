import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { caseLife } from './case-life.contract';

caseLife('SQLite', sqliteUnderTest());
