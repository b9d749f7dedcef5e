import { caseLife } from '../journeys/case-life.contract';
import { customerJourney } from '../journeys/customer.contract';
import { distributionJourney } from '../journeys/distribution.contract';
import { membershipJourney } from '../journeys/membership.contract';
import { ownMail } from '../journeys/own-mail.contract';
import { sentTwice } from '../journeys/sent-twice.contract';
import { mongoUnderTest } from './mongo-under-test';

caseLife('MongoDB', mongoUnderTest());
membershipJourney('MongoDB', mongoUnderTest());
customerJourney('MongoDB', mongoUnderTest());
distributionJourney('MongoDB', mongoUnderTest());
sentTwice('MongoDB', mongoUnderTest());
ownMail('MongoDB', mongoUnderTest());
