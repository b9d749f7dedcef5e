import type { RecordType } from '../kernel/record-type';
import type { Case } from './case';
import { CASE_INDEX, CASE_READ_SHAPE } from './case-index';
import { clocksOf } from './clocks/clocks-of';
import { departureEvents } from './left/assignee-left';
import { caseNotificationsFor } from './notices/case-notifications';
import { evolve, projectCase } from './project-case';
import { askedAtClosing } from './satisfaction/ask';
import { secondLineOf } from './second-line';
import type { Entry, CaseEvent } from './timeline';

/** A case (rule CA-7). */
export const caseType: RecordType<Case, CaseEvent> = {
  name: 'case',
  noun: 'case',
  prefix: 'CS',
  digits: 7,
  evolve: (number, timeline, from) =>
    from === undefined ? projectCase(number, timeline) : evolve(from, timeline.slice(from.timeline.length)),
  timelineOf: ({ timeline }) => timeline,
  notifications: caseNotificationsFor,
  clocks: {
    of: clocksOf,
    holder: ({ group, assignee }) => ({ group, person: assignee }),
    above: secondLineOf,
  },
  // Where the directory changed and nobody was there to mark it, the next clock does (rule AC-7).
  due: (current, { directory }) => departureEvents(current, directory),
  follows: (before, after, context) => (before === undefined ? [] : askedAtClosing(before, after, context)),
  index: CASE_INDEX,
  check: (current) => void CASE_READ_SHAPE.parse(current),
  hasPosts: true,
  readOld: ({ number, timeline, nextDueAt }) =>
    typeof number !== 'string'
      ? undefined
      : { id: number, timeline: timeline as readonly Entry[], nextDueAt: nextDueAt as number | undefined },
};
