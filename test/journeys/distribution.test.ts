import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { distributionJourney } from './distribution.contract';

distributionJourney('SQLite', sqliteUnderTest());
