import { sqliteUnderTest } from './sqlite-under-test';
import { storeContract } from '../store.contract';

storeContract('SQLite', sqliteUnderTest());
