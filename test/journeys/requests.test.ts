import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { requestsOfSystems } from './contracts/requests.contract';

requestsOfSystems('SQLite', sqliteUnderTest());
