import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { ownMail } from './own-mail.contract';

ownMail('SQLite', sqliteUnderTest());
