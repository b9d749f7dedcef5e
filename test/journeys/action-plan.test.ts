import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionPlanJourney } from './contracts/action-plan.contract';

actionPlanJourney('SQLite', sqliteUnderTest());
