import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { requestsOfSystems } from './requests.contract';

requestsOfSystems('SQLite', sqliteUnderTest());
