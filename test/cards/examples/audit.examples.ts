import type { Example } from '../../../src/cards/shared/presented';
import {
  after,
  CLOSED_CASE,
  entry,
  ESCALATED_CASE,
  FORMATTED_CASE,
  LEVEL_3_CASE,
  NEW_CASE,
  WORKED_CASE,
} from './example-cases';
import { IDS, worldAt } from './example-context';
import { IN_HAND_CASE } from './missed-cases';

const MISSED = after(
  ESCALATED_CASE,
  entry('2026-11-24T19:00:01-05:00', 'casekeeper', {
    kind: 'clock-missed',
    clock: 'assignment#2',
    dueAt: Date.parse('2026-11-24T19:00:00-05:00'),
  }),
  entry('2026-11-25T08:30:00-05:00', IDS.agent, {
    kind: 'supervisors-asked',
    group: 'av-l3',
    clocks: ['assignment#2'],
    supervisors: [IDS.supervisor2, IDS.supervisor3],
    text: 'Tail 87-0191 is still down and nobody at Level 3 has the case.\nPlease have it assigned today.',
  }),
);

/** What Level 3 and both supervisors see when Level 2 asks for help, and what it says once the case went back. */
export const supervisorsAskedExamples: readonly Example<'supervisors-asked'>[] = [
  {
    name: 'asked',
    context: worldAt('2026-11-25T08:31:00-05:00'),
    value: {
      card: 'supervisors-asked',
      case: MISSED,
      entry: MISSED.timeline.length - 1,
      mentions: [IDS.supervisor2, IDS.supervisor3],
    },
  },
  {
    name: 'moved-on',
    context: worldAt('2026-11-25T15:00:00-05:00'),
    value: {
      card: 'supervisors-asked',
      case: after(
        MISSED,
        entry('2026-11-25T14:00:00-05:00', IDS.gatekeeper3, {
          kind: 'responded',
          response: { kind: 'pr-cancelled', text: 'The requirement was withdrawn.' },
          group: 'av-l2',
          to: IDS.agent,
        }),
      ),
      entry: MISSED.timeline.length - 1,
      mentions: [],
    },
  },
];

/** Clocks that run, that were met, and that were missed. */
export const clocksExamples: readonly Example<'clocks'>[] = [
  { name: 'running', context: worldAt(), value: { card: 'clocks', case: WORKED_CASE, page: 1 } },
  {
    name: 'missed',
    context: worldAt('2026-12-04T10:00:00-05:00'),
    value: { card: 'clocks', case: LEVEL_3_CASE, page: 1 },
  },
  {
    name: 'in-hand',
    context: worldAt('2026-11-27T08:11:00-05:00'),
    value: { card: 'clocks', case: IN_HAND_CASE, page: 1 },
  },
  {
    name: 'ended',
    context: worldAt('2026-12-10T09:01:00-05:00'),
    value: { card: 'clocks', case: CLOSED_CASE, page: 2 },
  },
  {
    name: 'none',
    context: worldAt(),
    value: { card: 'clocks', case: { ...NEW_CASE, timeline: [] }, page: 1 },
  },
];

const LONG = after(
  LEVEL_3_CASE,
  ...Array.from({ length: 16 }, (_, day) =>
    entry(`2026-12-${String(day + 1).padStart(2, '0')}T10:00:00-05:00`, IDS.agent, {
      kind: 'noted',
      text: `Called the depot, call ${day + 1}.\n${'Nothing serviceable; the next receipt is awaited. '.repeat(40)}`,
    }),
  ),
);

/** A history of one page, and the middle of a long one. */
export const historyExamples: readonly Example<'history'>[] = [
  {
    name: 'formatted',
    context: worldAt(),
    value: { card: 'history', case: FORMATTED_CASE, page: 1 },
  },
  { name: 'short', context: worldAt(), value: { card: 'history', case: WORKED_CASE, page: 1 } },
  {
    name: 'long',
    context: worldAt('2026-12-17T10:00:00-05:00'),
    value: { card: 'history', case: LONG, page: 2 },
  },
];
