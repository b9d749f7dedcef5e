import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { customerJourney } from './customer.contract';

customerJourney('SQLite', sqliteUnderTest());
