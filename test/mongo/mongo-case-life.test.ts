import { caseLife } from '../journeys/case-life.contract';
import { membershipJourney } from '../journeys/membership.contract';
import { mongoUnderTest } from './mongo-under-test';

caseLife('MongoDB', mongoUnderTest());
membershipJourney('MongoDB', mongoUnderTest());
