import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { customerJourney } from './contracts/customer.contract';

customerJourney('SQLite', sqliteUnderTest());
