import { caseLife } from '../journeys/case-life.contract';
import { mongoUnderTest } from './mongo-under-test';

caseLife('MongoDB', mongoUnderTest());
