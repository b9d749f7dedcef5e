import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionPlanJourney } from './action-plan.contract';

actionPlanJourney('SQLite', sqliteUnderTest());
