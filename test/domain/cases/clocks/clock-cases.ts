import type { Case } from '../../../../src/domain/cases/case';
import type { CaseDetails } from '../../../../src/domain/cases/details/details';
import { projectCase } from '../../../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../../../src/domain/cases/timeline';
import type { Clock } from '../../../../src/domain/cases/clocks/clock';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { calendarsOf } from '../../../../src/domain/calendar/site-calendars';
import { directoryOf, type Group, type Level } from '../../../../src/domain/directory/directory';
import { policiesOf } from '../../../../src/domain/policy/load-policy';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';

/** Details of a case of a customer who waits, with what the test says of them. */
export const details = (given: Partial<CaseDetails>): CaseDetails => ({
  account: { kind: 'DoDAAC', code: 'W25G1U' },
  contact: { name: 'Sam Field', email: 'sam.field@example.mil' },
  customerChannel: 'email',
  externalContact: true,
  msc: 'aviation',
  reason: 'expedite',
  description: 'When does it come?',
  problemNotes: '',
  ...given,
});

const group = (key: string, level: Level, zone: string, holidays: readonly string[] = []): Group => ({
  key,
  name: key,
  msc: level === 1 ? 'enterprise' : 'aviation',
  level,
  bpid: '1000001',
  zone,
  holidays,
  gatekeepers: [],
  supervisors: [],
  agents: [],
});

const directory = directoryOf(
  [
    group('cic', 1, 'America/New_York'),
    group('av-l2', 2, 'America/New_York'),
    group('av-l2-west', 2, 'Pacific/Honolulu', ['2026-11-18']),
    group('av-l3', 3, 'America/New_York'),
    group('av-l3-b', 3, 'Europe/London'),
  ],
  [],
);

/** The context of the clocks' tests, with a site's policy where one is given. */
export function worldAt(now: number, override?: unknown): DomainContext {
  const loaded = policiesOf(override);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
  const { policies } = loaded;
  return { now, directory, policies, calendars: calendarsOf(directory, policies) };
}

/** An instant of November 2026 by the wall clock in New York: `at(16, 9)` is Monday the 16th, 09:00. */
export const at = (day: number, hour = 0, minute = 0): number => Date.UTC(2026, 10, day, hour + 5, minute);

/** A case of what happened when, oldest first. */
export const caseOf = (...happened: readonly (readonly [number, CaseEvent])[]): Case =>
  projectCase(
    'CS0000001',
    happened.map(([when, event], index): Entry => ({
      ...event,
      at: when,
      by: 'a',
      cause: String(index),
    })),
  );

/** The opening at a group. */
export const opened = (
  level: Level,
  groupKey: string,
  given: Partial<CaseDetails> = { ipd: 5 },
  assignee?: string,
): CaseEvent => ({
  kind: 'opened',
  origin: level === 1 ? 'level-1' : 'level-2',
  level,
  group: groupKey,
  details: details(given),
  ...(assignee === undefined ? {} : { assignee }),
});

/** An escalation; to Level 3 pre-award unless said otherwise. */
export const escalated = (
  groupKey: string,
  level: 2 | 3 = 3,
  given: Partial<Extract<CaseEvent, { kind: 'escalated' }>> = {},
): CaseEvent => ({
  kind: 'escalated',
  direction: level === 2 ? 'level-1-to-2' : 'pre-award',
  group: groupKey,
  level,
  action: 'PR Expedite',
  findings: [],
  justification: [],
  ...given,
});

export const assigned: CaseEvent = { kind: 'assigned', to: 'b', how: 'claimed' };
export const interimSent: CaseEvent = { kind: 'interim-sent', text: 'Being worked.' };
export const statusSent: CaseEvent = { kind: 'status-sent', text: 'Still being worked.' };
export const qualityUpdate: CaseEvent = {
  kind: 'quality-update',
  bluf: 'Award next week.',
  dateKind: 'EAD',
  date: '2026-12-01',
};
export const resolved: CaseEvent = { kind: 'resolved', notes: 'Ships on 1 December.' };
export const closed: CaseEvent = { kind: 'closed', text: 'Ships on 1 December.' };
export const reopened: CaseEvent = { kind: 'reopened', why: 'The wrong part came.' };
/** Referred back or answered to a group at Level 2, to a person where one is named. */
export const referredBack = (groupKey: string, to?: string): CaseEvent => ({
  kind: 'referred-back',
  group: groupKey,
  missing: ['NSN'],
  text: 'The NSN is missing.',
  supervisors: [],
  ...(to === undefined ? {} : { to }),
});
export const responded = (groupKey?: string, to?: string): CaseEvent => ({
  kind: 'responded',
  response: { kind: 'not-procurable', text: 'No source.' },
  ...(groupKey === undefined ? {} : { group: groupKey }),
  ...(to === undefined ? {} : { to }),
});
export const reassigned = (groupKey: string, level: Level, to?: string): CaseEvent => ({
  kind: 'reassigned',
  group: groupKey,
  level,
  why: 'It is theirs.',
  ...(to === undefined ? {} : { to }),
});

/** The clocks of a case in the context of the default policy: one by its key, the keys of a kind, those that run. */
export const context = worldAt(at(16));
export function clock(subject: Case, key: string, seen = context): Clock {
  const found = clocksOf(subject, seen).find((one) => one.key === key);
  if (found === undefined) throw new Error(`No clock ${key}`);
  return found;
}
export const keys = (subject: Case, kind: string): readonly string[] =>
  clocksOf(subject, context)
    .filter((one) => one.kind === kind)
    .map((one) => one.key);
export const running = (subject: Case): readonly string[] =>
  clocksOf(subject, context)
    .filter((one) => one.state === 'running')
    .map((one) => one.key);
