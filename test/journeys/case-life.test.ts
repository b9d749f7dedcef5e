import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { caseLife } from './case-life.contract';
import { membershipJourney } from './membership.contract';

caseLife('SQLite', sqliteUnderTest());
membershipJourney('SQLite', sqliteUnderTest());
