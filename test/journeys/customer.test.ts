import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { customerJourney } from './customer.contract';

customerJourney('SQLite', sqliteUnderTest());
