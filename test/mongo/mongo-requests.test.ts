import { requestsOfSystems } from '../journeys/contracts/requests.contract';
import { mongoUnderTest } from './mongo-under-test';

requestsOfSystems('MongoDB', mongoUnderTest());
