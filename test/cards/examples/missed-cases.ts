import { after, entry, ESCALATED_CASE } from './example-cases';
import { IDS } from './example-context';

const CLOCK = { clock: 'assignment#2', dueAt: Date.parse('2026-11-24T19:00:00-05:00') } as const;

/** Level 3 did not assign in time, and nobody took it in hand for a further business day. */
export const TAKEN_UP_CASE = after(
  ESCALATED_CASE,
  entry('2026-11-24T19:00:01-05:00', 'casekeeper', { kind: 'clock-missed', ...CLOCK }),
  entry('2026-11-25T19:00:02-05:00', 'casekeeper', {
    kind: 'clock-escalated',
    ...CLOCK,
    people: [IDS.supervisor2],
  }),
);

/** Then the gatekeeper took it in hand. */
export const IN_HAND_CASE = after(
  TAKEN_UP_CASE,
  entry('2026-11-27T08:10:00-05:00', IDS.gatekeeper3, {
    kind: 'breach-acknowledged',
    clocks: ['assignment#2'],
  }),
);

/** And assigned it at last. */
export const CURED_LATE_CASE = after(
  IN_HAND_CASE,
  entry('2026-11-27T08:40:00-05:00', IDS.gatekeeper3, {
    kind: 'assigned',
    to: IDS.agent3,
    how: 'assigned',
  }),
);
