import { damagedRecords } from '../journeys/damaged/damaged-records.contract';
import { mongoUnderTest } from './mongo-under-test';

damagedRecords('MongoDB', mongoUnderTest);
