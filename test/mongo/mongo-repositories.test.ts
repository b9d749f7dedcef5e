import { repositoriesContract } from '../storage/repositories.contract';
import { mongoUnderTest } from './mongo-under-test';

repositoriesContract('MongoDB', mongoUnderTest);
