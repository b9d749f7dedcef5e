import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { distributionJourney } from './contracts/distribution.contract';

distributionJourney('SQLite', sqliteUnderTest());
