import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { claimRace } from './contracts/claim-race.contract';

claimRace('SQLite', sqliteUnderTest, 1);
