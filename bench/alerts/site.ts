import { openCase } from '../../src/domain/cases/change';
import type { CaseChange } from '../../src/domain/cases/change';
import { calendarsOf } from '../../src/domain/calendar/site-calendars';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Group, Person } from '../../src/domain/directory/directory';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { countedOf } from '../../scripts/demo/fill/figures-fill';
import { loadPolicies } from '../../src/app/site';
import type { CaseRecord } from '../../src/storage/repositories/case-record';
import type { Store } from '../../src/storage/store';

const GROUPS = 50;
const PEOPLE = 500;
const BATCH = 10_000;
/** A Wednesday: from the Monday before to the Friday after all days are business days. */
export const WEDNESDAY = Date.UTC(2026, 10, 18, 15);

export const groupOf = (nth: number): string => `L2-${nth % GROUPS}`;
export const personOf = (nth: number): string => `person-${nth % PEOPLE}`;
export const channelOf = (group: string): string => `19:${group.toLowerCase()}@thread.tacv2`;
export const chatOf = (person: string): string => `a:${person}`;
export const numberOf = (nth: number): string => `CS${String(nth + 1).padStart(7, '0')}`;

/** The groups, each with a channel that is reached at the address, and the people. */
export function site(serviceUrl: string): {
  readonly groups: readonly Group[];
  readonly people: readonly Person[];
} {
  const people = Array.from({ length: PEOPLE }, (_, nth) => ({
    id: personOf(nth),
    name: `Person ${nth}`,
    email: `person-${nth}@site.example`,
    roles: [],
  }));
  const groups = Array.from({ length: GROUPS }, (_, nth): Group => {
    const [first = '', second = ''] = people.slice(nth * 10).map(({ id }) => id);
    return {
      key: groupOf(nth),
      name: `Aviation ${nth}`,
      msc: 'aviation',
      level: 2,
      bpid: String(nth).padStart(10, '0'),
      zone: 'America/New_York',
      holidays: [],
      gatekeepers: [first],
      supervisors: [second],
      agents: people.slice(nth * 10 + 2, nth * 10 + 10).map(({ id }) => id),
      channel: { conversationId: channelOf(groupOf(nth)), serviceUrl },
    };
  });
  return { groups, people };
}

const policies = loadPolicies(undefined);

/** The context of the bench at an instant that can be moved. */
export function worldOn(
  time: { now: () => number },
  serviceUrl = 'http://127.0.0.1:9/',
): () => DomainContext {
  const { groups, people } = site(serviceUrl);
  const directory = directoryOf(groups, people);
  const calendars = calendarsOf(directory, policies);
  return () => ({ now: time.now(), directory, policies, calendars });
}

/** What every case of these benches is about. */
export const DETAILS = {
  account: { kind: 'DoDAAC', code: 'W25G1V' },
  contact: { name: 'Pat Customer', email: 'pat@unit.example' },
  customerChannel: 'telephone',
  externalContact: true,
  msc: 'aviation',
  ipd: 8,
  reason: 'backorder',
  description: 'Where is the order?',
  problemNotes: 'Backordered.',
} as const;

/** The nth case as it was opened at an instant, with a note; nobody has it, so that its first clock is that of assignment. */
function opened(nth: number, at: number, context: DomainContext): CaseChange {
  return openCase(
    numberOf(nth),
    [
      { kind: 'opened', origin: 'level-2', level: 2, group: groupOf(nth), details: DETAILS },
      { kind: 'noted', text: 'The item manager was asked.' },
    ],
    { by: personOf(nth), at, cause: `bench-${nth}` },
    { ...context, now: at },
  );
}

/** So long after its opening a case is due for the first time, while no weekend comes between. */
export function firstDueMs(context: DomainContext): number {
  const at = WEDNESDAY - 2 * 86_400_000;
  return (opened(0, at, context).nextDueAt ?? Number.NaN) - at;
}

/** Writes cases as they were opened, with nothing to send, counted already; says how far it is. */
export async function fill(
  store: Store<CaseRecord>,
  count: number,
  openedAt: (nth: number) => number,
  context: DomainContext,
): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    await Promise.all(
      Array.from({ length }, (_, place) => {
        const change = opened(from + place, openedAt(from + place), context);
        const { timeline } = change.state;
        const { id, nextDueAt } = change;
        const due = nextDueAt === undefined ? {} : { nextDueAt };
        const counted = countedOf(change.state, context);
        return store.insert(id, { id, timeline, pending: [], counted, ...due });
      }),
    );
    process.stderr.write(`\r${from + length} of ${count} cases written `);
  }
  process.stderr.write('\r                                        \r');
}
