import { caseLife } from '../journeys/contracts/case-life.contract';
import { customerJourney } from '../journeys/contracts/customer.contract';
import { distributionJourney } from '../journeys/contracts/distribution.contract';
import { membershipJourney } from '../journeys/contracts/membership.contract';
import { ownMail } from '../journeys/contracts/own-mail.contract';
import { sentTwice } from '../journeys/contracts/sent-twice.contract';
import { mongoUnderTest } from './mongo-under-test';

caseLife('MongoDB', mongoUnderTest());
membershipJourney('MongoDB', mongoUnderTest());
customerJourney('MongoDB', mongoUnderTest());
distributionJourney('MongoDB', mongoUnderTest());
sentTwice('MongoDB', mongoUnderTest());
ownMail('MongoDB', mongoUnderTest());
