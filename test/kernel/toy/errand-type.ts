import type { PersonId } from '../../../src/domain/directory/directory';
import type { Entry } from '../../../src/domain/kernel/entry';
import {
  CAUSE_FIELD,
  causeIndex,
  draftsOfAdded,
  KERNEL_FIELDS,
  kernelIndexes,
} from '../../../src/domain/kernel/record-type';
import type { RecordType } from '../../../src/domain/kernel/record-type';
import { clockNotifications } from '../../../src/domain/kernel/record-clock';
import type { ClockEvent, RecordClock } from '../../../src/domain/kernel/record-clock';
import { wordsOfTexts } from '../../../src/domain/kernel/text/search-words';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';

// A kind of record that no product has: somebody's errand for a group, which is to be run within a day.

const DAY_MS = 86_400_000;

/** An errand: open until somebody ran it. */
export interface Errand {
  readonly id: string;
  readonly what: string;
  readonly group: string;
  readonly by: PersonId;
  readonly state: 'open' | 'done';
  readonly timeline: readonly Entry<ErrandEvent>[];
}

export type ErrandEvent =
  | { readonly kind: 'asked'; readonly what: string; readonly group: string }
  | { readonly kind: 'ran' }
  | ClockEvent;

export const errandType: RecordType<Errand, ErrandEvent> = {
  name: 'errand',
  noun: 'errand',
  prefix: 'ER',
  digits: 4,
  evolve: (id, timeline) => {
    const [first] = timeline;
    if (first?.kind !== 'asked') throw new Error(`${id} does not begin with what was asked`);
    const state = timeline.some(({ kind }) => kind === 'ran') ? 'done' : 'open';
    return { id, what: first.what, group: first.group, by: first.by, state, timeline };
  },
  timelineOf: ({ timeline }) => timeline,
  notifications: (before, { group, timeline }) =>
    draftsOfAdded(before?.timeline, timeline, ({ kind }, entry) =>
      kind === 'asked' ? [{ topic: 'asked', to: { kind: 'group', group }, entry }] : [],
    ),
  clocks: {
    of: (errand, context) => [runOf(errand, context)],
    holder: ({ group }) => ({ group }),
    above: (group, _errand, directory) => directory.group(group)?.escalation ?? ['nobody'],
  },
  index: {
    fields: { ...KERNEL_FIELDS, ...CAUSE_FIELD, openGroup: 'string' },
    indexes: [
      ...kernelIndexes('errand'),
      causeIndex('errand'),
      { name: 'errand_group', fields: ['openGroup'] },
    ],
    of: ({ group, state }) => ({ openGroup: state === 'open' ? group : undefined }),
    words: ({ what }, id) => wordsOfTexts([id, what]),
  },
};

/** Within a business day; it warns at three quarters, and goes up a business day after it was missed. */
function runOf({ group, timeline }: Errand, { calendars }: DomainContext): RecordClock {
  const told = clockNotifications(timeline);
  const [{ at: startAt } = { at: 0 }] = timeline;
  const ran = timeline.find(({ kind }) => kind === 'ran');
  const calendar = calendars.ofGroup(group);
  const key = 'run#1';
  const missedAt = told.missedAt.get(key);
  return {
    key,
    name: 'Errand to be run',
    group,
    startGroup: group,
    startAt,
    warnAt: calendar.add(startAt, 0.75 * DAY_MS),
    dueAt: calendar.add(startAt, DAY_MS),
    state: ran === undefined ? 'running' : 'met',
    ...(ran === undefined ? {} : { endedAt: ran.at }),
    warned: told.warned.has(key),
    missed: missedAt !== undefined,
    ...(missedAt === undefined ? {} : { escalateAt: calendar.add(missedAt, DAY_MS) }),
    escalated: told.escalated.has(key),
  };
}
