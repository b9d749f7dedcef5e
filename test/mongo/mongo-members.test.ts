import { membersJourney } from '../journeys/members.contract';
import { mongoUnderTest } from './mongo-under-test';

membersJourney('MongoDB', mongoUnderTest());
