import type { Example } from '../../../src/cards/shared/presented';
import {
  CLOSED_CASE,
  ESCALATED_CASE,
  FORMATTED_CASE,
  LEVEL_3_CASE,
  LINKED_CASE,
  LONG_LEAD_CASE,
  NEW_CASE,
  PAR_CASE,
  REFUSED_MAIL_CASE,
  WORKED_CASE,
} from './example-cases';
import { LEFT_CASE } from './left-cases';
import { IDS, worldAt } from './example-context';
import { IN_HAND_CASE, TAKEN_UP_CASE } from './missed-cases';

/** The case card from creation to closure, for a person and in a channel. */
export const caseExamples: readonly Example<'case'>[] = [
  {
    name: 'assignee-left',
    context: worldAt(),
    value: { card: 'case', case: LEFT_CASE, audience: 'channel', group: 'av-l2' },
  },
  {
    name: 'created',
    context: worldAt('2026-11-23T09:31:00-05:00'),
    value: {
      card: 'case',
      case: NEW_CASE,
      audience: 'person',
      banner: { text: 'Case CS0000012 was created.', tone: 'good' },
    },
  },
  { name: 'worked', context: worldAt(), value: { card: 'case', case: WORKED_CASE, audience: 'person' } },
  {
    name: 'arrived-in-channel',
    context: worldAt('2026-11-24T08:00:00-05:00'),
    value: {
      card: 'case',
      case: ESCALATED_CASE,
      audience: 'channel',
      banner: { text: 'Arrived at Level 3 and not yet assigned.', tone: 'warning' },
    },
  },
  {
    name: 'assigned-in-channel',
    context: worldAt(),
    value: { card: 'case', case: LEVEL_3_CASE, audience: 'channel' },
  },
  {
    name: 'missed',
    context: worldAt('2026-12-04T10:00:00-05:00'),
    value: {
      card: 'case',
      case: LEVEL_3_CASE,
      audience: 'person',
      banner: { text: 'It has changed; this is how it stands now.', tone: 'attention' },
    },
  },
  { name: 'link', context: worldAt(), value: { card: 'case', case: LINKED_CASE, audience: 'person' } },
  {
    name: 'formatted',
    context: worldAt(),
    value: { card: 'case', case: FORMATTED_CASE, audience: 'person' },
  },
  {
    name: 'mail-refused',
    context: worldAt(),
    value: { card: 'case', case: REFUSED_MAIL_CASE, audience: 'person' },
  },
  {
    name: 'closed',
    context: worldAt('2026-12-10T09:01:00-05:00'),
    value: {
      card: 'case',
      case: CLOSED_CASE,
      audience: 'person',
      banner: { text: 'The case is closed.', tone: 'plain' },
    },
  },
  { name: 'second-par', context: worldAt(), value: { card: 'case', case: PAR_CASE, audience: 'person' } },
  {
    name: 'waiting-for-approval',
    context: worldAt('2026-12-09T15:01:00-05:00'),
    value: { card: 'case', case: LONG_LEAD_CASE, audience: 'person' },
  },
  {
    name: 'in-hand',
    context: worldAt('2026-11-27T08:11:00-05:00'),
    value: { card: 'case', case: IN_HAND_CASE, audience: 'person', viewer: IDS.gatekeeper3 },
  },
  {
    name: 'taken-up',
    context: worldAt('2026-11-27T08:00:00-05:00'),
    value: { card: 'case', case: TAKEN_UP_CASE, audience: 'person', viewer: IDS.gatekeeper3 },
  },
  {
    name: 'gone-from-channel',
    context: worldAt(),
    value: { card: 'case', case: ESCALATED_CASE, audience: 'channel', group: 'av-l2' },
  },
  {
    name: 'more-actions',
    context: worldAt(),
    value: { card: 'case', case: PAR_CASE, audience: 'person', more: true },
  },
];
