import { deadLetterService } from '../../src/notifications/dead-letter-service';
import { deliverDue } from '../../src/notifications/delivery/deliver';
import { relayOnce } from '../../src/notifications/relay';
import { MAILBOX, OUTBOX } from '../../src/notifications/outbox/outbox-item';
import type { OutboxItem } from '../../src/notifications/outbox/outbox-item';
import { QUARANTINE, quarantineOn } from '../../src/notifications/quarantine/quarantine';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import type { Outbox } from '../../src/notifications/outbox/outbox';
import { sendLimiter } from '../../src/notifications/rate/send-limiter';
import { SENDS } from '../../src/notifications/rate/send-history';
import type { MailParts } from '../../src/notifications/delivery/delivery-parts';
import type { DeliveryParts } from '../../src/notifications/delivery/delivery-parts';
import type { CardValue } from '../../src/cards/shared/card-value';
import type { NotificationSettings } from '../../src/domain/notifications/notification-settings';
import type { Notification } from '../../src/domain/kernel/notification';
import { projectCase } from '../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../src/domain/cases/timeline';
import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Group, Person } from '../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../src/domain/policy/default-policy';
import { policiesByDate } from '../../src/domain/policy/policies-by-date';
import type { Policies } from '../../src/domain/policy/policy';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import type { CaseChange } from '../../src/domain/cases/change';
import type { Address, AddressBook } from '../../src/ports/conversations';
import type { DirectoryRegister } from '../../src/ports/directories';
import type { Log } from '../../src/ports/log';
import type { Store } from '../../src/storage/store';
import { UnreadableRecords } from '../../src/storage/unreadable/unreadable-records';
import { memoryReports } from '../support/memory/memory-reports';
import { memoryStore } from '../support/memory/memory-store';
import { siteKinds } from '../../src/app/site-kinds';
import { memoryMemberships, memoryPlans, memoryProblems } from '../support/memory/memory-records';
import { AlertCases } from './alert-cases';
import { memoryPosts } from './memory-posts';
import { N, NOON } from './notices';

export const CHANNEL = {
  conversationId: '19:aviation@thread',
  serviceUrl: 'http://127.0.0.1:9/',
  tenantId: 't',
};
export const UNBOUND: Group = {
  key: 'AVN-L2',
  name: 'Aviation Level 2',
  msc: 'aviation',
  level: 2,
  bpid: '0000000002',
  zone: 'America/New_York',
  holidays: [],
  gatekeepers: ['gina'],
  supervisors: ['sam'],
  agents: ['ann'],
};
export const AVIATION: Group = { ...UNBOUND, channel: CHANNEL };

const POLICIES = policiesByDate(DEFAULT_POLICY);
const CALENDARS = calendarsOf(directoryOf([AVIATION], []), POLICIES);

export const opened: Extract<CaseEvent, { kind: 'opened' }> = {
  kind: 'opened',
  origin: 'level-2',
  level: 2,
  group: 'AVN-L2',
  details: {
    account: { kind: 'DoDAAC', code: 'W25G1V' },
    contact: { name: 'Pat', email: 'pat@example.mil' },
    customerChannel: 'telephone',
    externalContact: true,
    msc: 'aviation',
    ipd: 1,
    reason: 'status',
    description: 'Where is it?',
    problemNotes: 'No date given.',
  },
};
const entry = (number: string, event: CaseEvent, at: number): Entry => ({
  ...event,
  at,
  by: 'ann',
  cause: `${number} c${at}`,
});

export function changeFor(number: string, notes = 0, notices: readonly Notification[] = []): CaseChange {
  const texts = Array.from({ length: notes }, (_, i) =>
    entry(number, { kind: 'noted', text: `note ${i}` }, NOON + i + 1),
  );
  return {
    id: number,
    state: projectCase(number, [entry(number, opened, NOON), ...texts]),
    notifications: notices,
  };
}

/** One call that reached Teams. */
interface Sent {
  readonly how: 'post' | 'update';
  readonly to: string;
  readonly activityId: string;
  readonly card: CardValue;
}

export interface Stage {
  parts: DeliveryParts &
    MailParts & { readonly unreadable: UnreadableRecords } & {
      readonly cases: AlertCases;
    };
  /** The records of each kind, in memory. */
  readonly records: ReturnType<typeof recordsOf>;
  /** The reports of the site, on no cases. */
  readonly reported: ReturnType<typeof memoryReports>;
  readonly store: Store<OutboxItem>;
  readonly outbox: Outbox;
  readonly posts: ReturnType<typeof memoryPosts>;
  readonly met: Map<string, Address>;
  readonly sent: Sent[];
  /** What Teams does at each call before it takes it; a throw is its answer. */
  teams: (to: string) => Promise<void> | void;
  readonly logged: { level: string; message: string; fields: Record<string, unknown> }[];
  wallNow: number;
  groups: readonly Group[];
  people: readonly Person[];
  /** Who was admitted to which group, in order. */
  readonly admitted: string[];
  businessNow: number;
  /** What people have set. */
  readonly settings: Map<string, NotificationSettings>;
  policies: Policies;
  deliver(): Promise<void>;
  states(): Promise<readonly string[]>;
}

/** The records of the stage, as the kinds of the site are made of them. */
const recordsOf = (
  directories: Pick<DirectoryRegister, 'admit' | 'current'>,
  { orders, reports }: Pick<ReturnType<typeof memoryReports>, 'orders' | 'reports'>,
) => ({
  cases: new AlertCases(),
  memberships: memoryMemberships(),
  plans: memoryPlans(),
  problems: memoryProblems(),
  reportOrders: orders,
  reports,
  directories,
});

/** A stage for the running parts: real outbox, limiter and delivery; Teams, time and the registers are held by the test. */
export function stage(): Stage {
  const store = memoryStore(OUTBOX);
  const posts = memoryPosts();
  const met = new Map<string, Address>();
  const settings = new Map<string, NotificationSettings>();
  const sent: Sent[] = [];
  const logged: Stage['logged'] = [];
  const wall = { now: () => self.wallNow };
  const outbox = outboxOf(store, wall);
  const quarantine = quarantineOn(memoryStore(QUARANTINE), wall);
  const people: AddressBook = {
    put: (person, address) => Promise.resolve(void met.set(person, address)),
    get: (person) => Promise.resolve(met.get(person)),
  };
  const logAs = (level: string) => (fields: object, message: string) =>
    void logged.push({ level, message, fields: { ...fields } });
  const log: Log = { debug: logAs('debug'), info: logAs('info'), warn: logAs('warn'), error: logAs('error') };
  const context = (): DomainContext => ({
    now: self.businessNow,
    directory: directoryOf(self.groups, self.people),
    policies: self.policies,
    calendars: CALENDARS,
  });
  const call = async (how: Sent['how'], { conversationId: to }: Address, id: string, card: CardValue) => {
    await self.teams(to);
    sent.push({ how, to, activityId: id, card });
    return id;
  };
  const reported = memoryReports(context);
  const records = recordsOf(
    {
      current: () => directoryOf(self.groups, []),
      admit: ({ id, name }, group) => Promise.resolve(void self.admitted.push(`${id} (${name}) to ${group}`)),
    },
    reported,
  );
  const self: Stage = {
    reported,
    records,
    store,
    outbox,
    posts,
    met,
    sent,
    logged,
    teams: () => undefined,
    wallNow: NOON,
    businessNow: NOON,
    policies: POLICIES,
    groups: [AVIATION],
    people: [],
    admitted: [],
    settings,
    parts: {
      notifications: { of: (person) => Promise.resolve(settings.get(person)) },
      kinds: siteKinds(records),
      outbox,
      mailbox: outboxOf(memoryStore(MAILBOX), wall),
      quarantine,
      unreadable: new UnreadableRecords(),
      posts,
      people,
      log,
      wall,
      context,
      cases: records.cases,
      limiter: sendLimiter(wall, memoryStore(SENDS)),
      random: () => 0.5,
      sender: {
        post: (address, card) => call('post', address, `activity-${sent.length + 1}`, card),
        update: (address, id, card) => call('update', address, id, card).then(() => undefined),
      },
    },
    deliver: () => deliverDue(self.parts).then(() => undefined),
    states: async () => {
      const found = await Promise.all(
        ['waiting', 'parked', 'sent', 'dead'].map((state) => store.find({ where: { state }, limit: 1_000 })),
      );
      return found.flat().map(({ id, value }) => `${id} ${value.state}`);
    },
  };
  return self;
}

/** A stage on which the case stands and its notices are in the outbox. */
export async function staged(...notices: Notification[]): Promise<Stage> {
  const on = stage();
  await on.parts.cases.insert(changeFor(N, 0, notices));
  await relayOnce(on.parts);
  return on;
}

/** How each card left, and which it was. */
export const sentCards = (on: Stage): string[] => on.sent.map(({ how, card }) => `${how} ${card.card}`);

/** For a desk beside which no loop runs: the test lets go by itself. */
export const NO_LOOP = { changed: (): void => undefined, allAgain: (): void => undefined };

/** The list of notices on the stage. */
export const deskOf = ({ parts }: Stage, loop = NO_LOOP) =>
  deadLetterService(parts.outbox, parts.wall, loop, parts.quarantine, parts.kinds);
