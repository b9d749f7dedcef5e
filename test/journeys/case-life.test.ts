import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { caseLife } from './contracts/case-life.contract';
import { membershipJourney } from './contracts/membership.contract';

caseLife('SQLite', sqliteUnderTest());
membershipJourney('SQLite', sqliteUnderTest());
