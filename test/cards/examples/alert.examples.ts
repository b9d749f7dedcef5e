import type { Example } from '../../../src/cards/shared/presented';
import { after, entry, ESCALATED_CASE, LEVEL_3_CASE, NEW_CASE, WORKED_CASE } from './example-cases';
import { CURED_LATE_CASE, IN_HAND_CASE, TAKEN_UP_CASE } from './missed-cases';
import { IDS, worldAt } from './example-context';

const OWN = [IDS.gatekeeper3, IDS.supervisor3] as const;

const REASSIGNED = after(
  NEW_CASE,
  entry('2026-11-25T11:00:00-05:00', IDS.supervisor2, {
    kind: 'reassigned',
    group: 'av-l3',
    level: 3,
    why: 'Belongs to the buyer.',
  }),
);

/** Warnings and breaches, and what becomes of them. */
export const alertExamples: readonly Example<'alert'>[] = [
  {
    name: 'warning-assignment',
    context: worldAt('2026-11-24T21:30:00-05:00'),
    value: { card: 'alert', case: NEW_CASE, clock: 'assignment#1', stage: 'warning', mentions: [] },
  },
  {
    name: 'breach-assignment',
    context: worldAt('2026-11-25T06:00:00-05:00'),
    value: { card: 'alert', case: ESCALATED_CASE, clock: 'assignment#2', stage: 'breach', mentions: OWN },
  },
  {
    name: 'breach-interim',
    context: worldAt('2026-11-25T11:40:00-05:00'),
    value: {
      card: 'alert',
      case: NEW_CASE,
      clock: 'interim-response#1',
      stage: 'breach',
      mentions: [IDS.gatekeeper2, IDS.supervisor2],
    },
  },
  {
    name: 'warning-update',
    context: worldAt('2026-12-03T09:00:00-05:00'),
    value: { card: 'alert', case: ESCALATED_CASE, clock: 'initial-update#1', stage: 'warning', mentions: [] },
  },
  {
    name: 'cured',
    context: worldAt(),
    value: { card: 'alert', case: LEVEL_3_CASE, clock: 'assignment#2', stage: 'breach', mentions: OWN },
  },
  {
    name: 'cured-in-time',
    context: worldAt(),
    value: { card: 'alert', case: WORKED_CASE, clock: 'interim-response#1', stage: 'warning', mentions: [] },
  },
  {
    name: 'moved-away',
    context: worldAt('2026-11-25T12:00:00-05:00'),
    value: { card: 'alert', case: REASSIGNED, clock: 'assignment#1', stage: 'warning', mentions: [] },
  },
  {
    name: 'escalation',
    context: worldAt('2026-11-25T19:00:05-05:00'),
    value: {
      card: 'alert',
      case: TAKEN_UP_CASE,
      clock: 'assignment#2',
      stage: 'escalation',
      mentions: [IDS.supervisor2],
    },
  },
  {
    name: 'breach-in-hand',
    context: worldAt('2026-11-27T08:11:00-05:00'),
    value: { card: 'alert', case: IN_HAND_CASE, clock: 'assignment#2', stage: 'breach', mentions: OWN },
  },
  {
    name: 'cured-late',
    context: worldAt('2026-11-27T09:00:00-05:00'),
    value: { card: 'alert', case: CURED_LATE_CASE, clock: 'assignment#2', stage: 'breach', mentions: OWN },
  },
  {
    name: 'posted-late',
    context: worldAt('2026-11-25T08:10:00-05:00'),
    value: {
      card: 'alert',
      case: ESCALATED_CASE,
      clock: 'assignment#2',
      stage: 'breach',
      mentions: OWN,
      late: { ms: 47_400_000, causes: ['swept', 'refused'] },
    },
  },
];
