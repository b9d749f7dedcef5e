import { calendarsOf } from '../../../src/domain/calendar/site-calendars';
import { directoryOf } from '../../../src/domain/directory/directory';
import type { Group, Person } from '../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { Policies } from '../../../src/domain/policy/policy';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';

/** Who acts in the examples. */
export const IDS = {
  cic: '10000000-0000-4000-8000-000000000001',
  agent: '10000000-0000-4000-8000-000000000002',
  gatekeeper2: '10000000-0000-4000-8000-000000000003',
  supervisor2: '10000000-0000-4000-8000-000000000004',
  agent3: '10000000-0000-4000-8000-000000000005',
  gatekeeper3: '10000000-0000-4000-8000-000000000006',
  supervisor3: '10000000-0000-4000-8000-000000000007',
} as const;

const person = (id: string, name: string): Person => ({
  id,
  name,
  email: `${name.toLowerCase().replace(' ', '.')}@example.mil`,
  roles: [],
});

const PEOPLE: readonly Person[] = [
  person(IDS.cic, 'Avery Brooks'),
  person(IDS.agent, 'Jordan Ellis'),
  person(IDS.gatekeeper2, 'Robin Hayes'),
  person(IDS.supervisor2, 'Morgan Reed'),
  person(IDS.agent3, 'Kim Larsen'),
  person(IDS.gatekeeper3, 'Sam Ortiz'),
  person(IDS.supervisor3, 'Taylor Quinn'),
];

const GROUPS: readonly Group[] = [
  {
    key: 'cic',
    name: 'Customer Interaction Center',
    msc: 'enterprise',
    level: 1,
    bpid: 'BP-CIC-01',
    zone: 'America/New_York',
    holidays: [],
    gatekeepers: [],
    supervisors: [],
    agents: [IDS.cic],
  },
  {
    key: 'av-l2',
    name: 'Aviation Customer Operations',
    msc: 'aviation',
    level: 2,
    bpid: 'BP-AV-02',
    zone: 'America/New_York',
    holidays: [],
    gatekeepers: [IDS.gatekeeper2],
    supervisors: [IDS.supervisor2],
    agents: [IDS.agent],
  },
  {
    key: 'av-l3',
    name: 'Aviation Supplier Operations',
    msc: 'aviation',
    level: 3,
    bpid: 'BP-AV-03',
    zone: 'America/New_York',
    holidays: [],
    gatekeepers: [IDS.gatekeeper3],
    supervisors: [IDS.supervisor3],
    agents: [IDS.agent3],
  },
];

const POLICIES: Policies = { all: [DEFAULT_POLICY], at: () => DEFAULT_POLICY };

const DIRECTORY = directoryOf(GROUPS, PEOPLE);
const CALENDARS = calendarsOf(DIRECTORY, POLICIES);

/** The context of the examples, the week of Thanksgiving 2026: by default on Tuesday at 14:00 in New York. */
export const worldAt = (now = '2026-11-24T14:00:00-05:00'): DomainContext => ({
  now: Date.parse(now),
  directory: DIRECTORY,
  policies: POLICIES,
  calendars: CALENDARS,
});
