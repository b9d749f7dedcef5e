import { repositoriesContract } from '../repositories.contract';
import { sqliteUnderTest } from './sqlite-under-test';

repositoriesContract('SQLite', sqliteUnderTest);
