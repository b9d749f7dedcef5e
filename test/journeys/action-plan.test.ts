import { sqliteUnderTest } from '../storage/sqlite-under-test';
import { actionPlanJourney } from './action-plan.contract';

actionPlanJourney('SQLite', sqliteUnderTest());
