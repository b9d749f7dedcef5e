import { backlogOf } from '../journeys/contracts/backlog.contract';
import { mongoUnderTest } from './mongo-under-test';

backlogOf('MongoDB', mongoUnderTest());
