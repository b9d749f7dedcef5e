import { claimRace } from '../journeys/contracts/claim-race.contract';
import { mongoUnderTest } from './mongo-under-test';

claimRace('MongoDB', mongoUnderTest, 1);
claimRace('MongoDB with two instances', mongoUnderTest, 2);
