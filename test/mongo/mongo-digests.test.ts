import { digestsOf } from '../journeys/contracts/digests.contract';
import { mongoUnderTest } from './mongo-under-test';

digestsOf('MongoDB', mongoUnderTest());
