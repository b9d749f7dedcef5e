import { newKindContract } from '../kernel/new-kind.contract';
import { mongoUnderTest } from './mongo-under-test';

newKindContract('MongoDB', mongoUnderTest());
