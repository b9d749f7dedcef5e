import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { claimRace } from './claim-race.contract';

claimRace('SQLite', sqliteUnderTest, 1);
