import { digestsOf } from '../journeys/digests.contract';
import { mongoUnderTest } from './mongo-under-test';

digestsOf('MongoDB', mongoUnderTest());
