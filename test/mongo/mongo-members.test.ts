import { membersJourney } from '../journeys/contracts/members.contract';
import { mongoUnderTest } from './mongo-under-test';

membersJourney('MongoDB', mongoUnderTest());
