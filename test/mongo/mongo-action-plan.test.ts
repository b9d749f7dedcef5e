import { actionPlanJourney } from '../journeys/contracts/action-plan.contract';
import { mongoUnderTest } from './mongo-under-test';

actionPlanJourney('MongoDB', mongoUnderTest());
