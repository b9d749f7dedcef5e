import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { requestsOfSystems } from './requests.contract';

requestsOfSystems('SQLite', sqliteUnderTest());
