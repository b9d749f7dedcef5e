import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import {
  directoryOf,
  type Directory,
  type Group,
  type Level,
  type Msc,
  type Person,
} from '../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../src/domain/policy/default-policy';
import type { Policies, Policy } from '../../src/domain/policy/policy';
import type { DomainContext } from '../../src/domain/kernel/domain-context';

/** Monday 2 November 2026, 09:00 in New York: a week before Veterans Day. */
export const START = Date.UTC(2026, 10, 2, 14, 0);
export const MINUTE = 60_000;
export const DAY = 86_400_000;

const STAFF = ['agent', 'other', 'gatekeeper', 'supervisor'] as const;

/** A group `<key>` whose people are `<key>-agent`, `<key>-other`, `<key>-gatekeeper` and `<key>-supervisor`. */
export function aGroup(key: string, level: Group['level'], msc: Msc | 'enterprise'): Group {
  return {
    key,
    name: `${msc} ${key}`,
    msc,
    level,
    bpid: `BP-${key}`,
    zone: 'America/New_York',
    holidays: [],
    gatekeepers: [`${key}-gatekeeper`],
    supervisors: [`${key}-supervisor`],
    agents: [`${key}-agent`, `${key}-other`],
  };
}

const GROUPS: readonly Group[] = [
  aGroup('cic', 1, 'enterprise'),
  aGroup('av2', 2, 'aviation'),
  aGroup('av2b', 2, 'aviation'),
  aGroup('av3', 3, 'aviation'),
  aGroup('av3b', 3, 'aviation'),
  aGroup('di2', 2, 'distribution'),
  aGroup('di3', 3, 'distribution'),
  aGroup('po', 'program-office', 'enterprise'),
];

const nameOf = (id: string): string =>
  id
    .split('-')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ');

/** A person of the site; `nobody` belongs to no group. */
export const aPerson = (id: string, extra: Partial<Person> = {}): Person => ({
  id,
  name: nameOf(id),
  email: `${id}@example.mil`,
  roles: id.startsWith('po-') ? ['program-office'] : [],
  ...extra,
});

const PEOPLE: readonly Person[] = [
  ...GROUPS.flatMap(({ key }) => STAFF.map((role) => aPerson(`${key}-${role}`))),
  aPerson('analyst', { roles: ['business-process-analyst'], msc: 'aviation' }),
  aPerson('nobody'),
];

/** A directory with Level 1, two Level 2 and two Level 3 groups of Aviation, Distribution at both, a program office. */
export const aDirectory = (groups = GROUPS, people = PEOPLE): Directory => directoryOf(groups, people);

/** One policy for all times. */
export const aPolicies = (policy: Policy = DEFAULT_POLICY): Policies => ({ all: [policy], at: () => policy });

// Tables of many years: made once for all tests of a file.
const CALENDARS = calendarsOf(aDirectory(), aPolicies());

/** The context at an instant (epoch milliseconds), with the default policy and the directory above. */
export function aWorld(now: number = START, change: Partial<DomainContext> = {}): DomainContext {
  const directory = change.directory ?? aDirectory();
  const policies = change.policies ?? aPolicies();
  return { now, directory, policies, calendars: change.calendars ?? CALENDARS };
}

/** The person of the context's directory with this id. */
export function person(id: string, context: DomainContext = aWorld()): Person {
  const found = context.directory.person(id);
  if (found === undefined) throw new Error(`No ${id} in the directory of the test`);
  return found;
}

export const levelOf = (groupKey: string): Level => {
  const level = GROUPS.find((group) => group.key === groupKey)?.level;
  if (level === undefined || level === 'program-office') throw new Error(`${groupKey} works no cases`);
  return level;
};
