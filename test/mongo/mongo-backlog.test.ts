import { backlogOf } from '../journeys/backlog.contract';
import { mongoUnderTest } from './mongo-under-test';

backlogOf('MongoDB', mongoUnderTest());
