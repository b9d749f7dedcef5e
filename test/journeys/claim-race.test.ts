import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { claimRace } from './claim-race.contract';

claimRace('SQLite', sqliteUnderTest, 1);
