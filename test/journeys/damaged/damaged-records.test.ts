import { sqliteUnderTest } from '../../storage/sqlite/sqlite-under-test';
import { damagedRecords } from './damaged-records.contract';

damagedRecords('SQLite', sqliteUnderTest);
