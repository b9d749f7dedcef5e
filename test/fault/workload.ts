import type { Notification, NotificationAddress } from '../../src/domain/kernel/notification';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Group } from '../../src/domain/directory/directory';
import type { CaseRepository } from '../../src/ports/cases';
import type { Address } from '../../src/ports/conversations';
import { adding, noted, opening } from '../storage/repositories-under-test';
import type { Seeded } from '../support/seeded';
import { UNBOUND } from '../notifications/stage';

const GROUPS = 40;
const PEOPLE = 300;
const SERVICE = 'http://127.0.0.1:9/';
/** Many notices go to these few, so that the limits of a thread are met. */
const BUSY = 4;

const channelOf = (index: number): string => `19:group-${index}@thread.tacv2`;
const keyOf = (index: number): string => `G${index}`;
const personOf = (index: number): string => `p${index}`;
export const chatOf = (person: string): string => `a:${person}`;

/** Groups, each in its channel, the people of whom each has a chat, and who leads the groups. */
export function app(): { readonly groups: readonly Group[]; readonly met: ReadonlyMap<string, Address> } {
  const groups = Array.from({ length: GROUPS }, (_, index): Group => ({
    ...UNBOUND,
    key: keyOf(index),
    name: `Group ${index}`,
    gatekeepers: [],
    agents: [],
    supervisors: ['lead'],
    channel: { conversationId: channelOf(index), serviceUrl: SERVICE },
  }));
  const people = [...Array.from({ length: PEOPLE }, (_, index) => personOf(index)), 'lead', 'unreachable'];
  const chat = (person: string): [string, Address] => [
    person,
    { conversationId: chatOf(person), serviceUrl: SERVICE, kind: 'personal' },
  ];
  return { groups: directoryOf(groups, []).groups, met: new Map(people.map(chat)) };
}

/** A notice that must come: its id as Teams sees it, and its line (a case in a conversation). */
export interface Expected {
  readonly notice: string;
  readonly line: string;
}

/** Changes cases, at random, each change with its notices. */
export interface Workload {
  /** Each notice once, in the order in which it was made; arrivals of a case share an id. */
  readonly expected: readonly Expected[];
  /** Opens or changes a case. */
  change(): Promise<void>;
}

export function workload(
  cases: CaseRepository,
  random: Seeded,
  { caseCount, start, withArrivals }: { caseCount: number; start: number; withArrivals: boolean },
): Workload {
  const expected: Expected[] = [];
  const opened: string[] = [];
  let made = 0;
  const notification = (
    number: string,
    entry: number,
    topic: string,
    to: NotificationAddress,
    id = `${number}/${topic}/${entry}`,
    expectedAs = id,
  ): Notification => {
    const conversation =
      to.kind === 'person'
        ? chatOf(to.person)
        : to.kind === 'group'
          ? channelOf(Number(to.group.slice(1)))
          : '';
    if (conversation !== '') expected.push({ notice: expectedAs, line: `${number} in ${conversation}` });
    const about = { kind: 'case', id: number };
    return { id, about, topic, entry, to, mentions: [], madeAt: start + ++made };
  };
  const arrival = (number: string, group: string, entry: number): Notification =>
    notification(number, entry, 'arrival', { kind: 'group', group }, undefined, `${number}/arrival`);
  const someone = (): string =>
    random.once(4) ? personOf(random.below(BUSY)) : personOf(random.below(PEOPLE));

  const open = async (): Promise<void> => {
    const number = await cases.nextId();
    const group = keyOf(opened.length % GROUPS);
    const notices = withArrivals ? [arrival(number, group, 0)] : [];
    await cases.insert(opening(number, { group, notices, at: start }));
    opened.push(number);
  };
  const goOn = async (number: string): Promise<void> => {
    const saved = await cases.get(number);
    if (saved === undefined) throw new Error(`${number} is gone`);
    const entry = saved.state.timeline.length;
    const { group } = saved.state;
    const readers = new Set([someone(), someone()]);
    const notices = [...readers].map((person) =>
      notification(number, entry, 'told', { kind: 'person', person }, `${number}/told/${entry}/${person}`),
    );
    if (random.once(3)) notices.push(notification(number, entry, 'referred-back', { kind: 'group', group }));
    if (withArrivals && random.once(15)) notices.push(arrival(number, group, entry));
    if (random.once(3)) notices.push(notification(number, entry, 'refresh', { kind: 'posts' }));
    const outcome = await cases.save(saved.version, adding(saved.state, noted(`note ${entry}`), { notices }));
    if (outcome.kind !== 'saved') throw new Error(`${number} was not saved: ${outcome.kind}`);
  };
  return {
    expected,
    change: () => (opened.length < caseCount ? open() : goOn(random.of(opened))),
  };
}
