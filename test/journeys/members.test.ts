import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { membersJourney } from './contracts/members.contract';

membersJourney('SQLite', sqliteUnderTest());
