import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { instancesOf } from './instances.contract';

// One process may hold the embedded database: here the three share its engine.
instancesOf('the embedded database', sqliteUnderTest);
