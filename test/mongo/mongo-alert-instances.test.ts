import { instancesOf } from '../fault/instances.contract';
import { mongoUnderTest } from './mongo-under-test';

instancesOf('MongoDB', mongoUnderTest);
