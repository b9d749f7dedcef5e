import { actionPlanJourney } from '../journeys/action-plan.contract';
import { mongoUnderTest } from './mongo-under-test';

actionPlanJourney('MongoDB', mongoUnderTest());
