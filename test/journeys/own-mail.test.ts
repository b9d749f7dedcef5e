import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { ownMail } from './contracts/own-mail.contract';

ownMail('SQLite', sqliteUnderTest());
