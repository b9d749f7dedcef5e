import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { membersJourney } from './members.contract';

membersJourney('SQLite', sqliteUnderTest());
