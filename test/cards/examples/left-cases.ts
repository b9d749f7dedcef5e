import { after, entry, WORKED_CASE } from './example-cases';
import { IDS } from './example-context';

/** The assignee was removed from the group an hour ago; nobody has the case since. */
export const LEFT_CASE = after(
  WORKED_CASE,
  entry('2026-11-24T13:00:00-05:00', IDS.supervisor2, {
    kind: 'assignee-left',
    person: IDS.agent,
    group: 'av-l2',
    gatekeepers: [IDS.gatekeeper2],
  }),
);
