import type { Example } from '../../../src/cards/shared/presented';
import {
  after,
  entry,
  ESCALATED_CASE,
  FORMATTED_CASE,
  LEVEL_3_CASE,
  LINKED_CASE,
  REFERRED_CASE,
  REFUSED_MAIL_CASE,
} from './example-cases';
import { IDS, worldAt } from './example-context';
import { LEFT_CASE } from './left-cases';
import { TAKEN_UP_CASE } from './missed-cases';

const referral = REFERRED_CASE.timeline.length - 1;

/** What Level 2 and both supervisors see of a referral back, and what it says once the case went up again. */
export const referredBackExamples: readonly Example<'referred-back'>[] = [
  {
    name: 'missing',
    context: worldAt(),
    value: {
      card: 'referred-back',
      case: REFERRED_CASE,
      entry: referral,
      mentions: [IDS.supervisor2, IDS.supervisor3],
    },
  },
  {
    name: 'moved-on',
    context: worldAt('2026-11-25T10:00:00-05:00'),
    value: {
      card: 'referred-back',
      case: after(
        REFERRED_CASE,
        entry('2026-11-25T09:30:00-05:00', IDS.agent, {
          kind: 'escalated',
          direction: 'pre-award',
          group: 'av-l3',
          level: 3,
          action: 'PR Expedite',
          findings: [],
          justification: [],
        }),
      ),
      entry: referral,
      mentions: [],
    },
  },
];

/** Case notifications. */
export const caseNotificationExamples: readonly Example<'case-notification'>[] = [
  {
    name: 'assignee-left',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: LEFT_CASE,
      entry: LEFT_CASE.timeline.length - 1,
      reader: IDS.gatekeeper2,
    },
  },
  {
    name: 'link',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: LINKED_CASE,
      entry: LINKED_CASE.timeline.length - 1,
      reader: IDS.agent,
    },
  },
  {
    name: 'formatted',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: FORMATTED_CASE,
      entry: FORMATTED_CASE.timeline.length - 1,
      reader: IDS.agent,
    },
  },
  {
    name: 'quality-update',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: LEVEL_3_CASE,
      entry: LEVEL_3_CASE.timeline.length - 1,
      reader: IDS.agent,
    },
  },
  {
    name: 'assigned',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: LEVEL_3_CASE,
      entry: LEVEL_3_CASE.timeline.length - 2,
      reader: IDS.agent3,
    },
  },
  {
    name: 'missed',
    context: worldAt('2026-11-25T06:00:00-05:00'),
    value: {
      card: 'case-notification',
      case: after(
        ESCALATED_CASE,
        entry('2026-11-24T19:00:01-05:00', 'casekeeper', {
          kind: 'clock-missed',
          clock: 'assignment#2',
          dueAt: Date.parse('2026-11-24T19:00:00-05:00'),
        }),
      ),
      entry: ESCALATED_CASE.timeline.length,
      reader: IDS.agent,
    },
  },
  {
    name: 'mail-refused',
    context: worldAt(),
    value: {
      card: 'case-notification',
      case: REFUSED_MAIL_CASE,
      entry: REFUSED_MAIL_CASE.timeline.length - 1,
      reader: IDS.agent,
    },
  },
  {
    name: 'taken-up',
    context: worldAt('2026-11-25T19:00:05-05:00'),
    value: {
      card: 'case-notification',
      case: TAKEN_UP_CASE,
      entry: TAKEN_UP_CASE.timeline.length - 1,
      reader: IDS.gatekeeper3,
    },
  },
];
