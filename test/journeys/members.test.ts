import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { membersJourney } from './members.contract';

membersJourney('SQLite', sqliteUnderTest());
