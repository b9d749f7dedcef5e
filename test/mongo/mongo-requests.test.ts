import { requestsOfSystems } from '../journeys/requests.contract';
import { mongoUnderTest } from './mongo-under-test';

requestsOfSystems('MongoDB', mongoUnderTest());
