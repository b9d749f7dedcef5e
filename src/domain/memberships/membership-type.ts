import { z } from 'zod/v4';
import { answerersOf, answersRequests } from '../directory/who-runs';
import type { Entry } from '../kernel/entry';
import { CAUSE_FIELD, causeIndex, draftsOfAdded, KERNEL_FIELDS, kernelIndexes } from '../kernel/record-type';
import type { NotificationDraft, RecordType } from '../kernel/record-type';
import { wordsOfTexts } from '../kernel/text/search-words';
import type { DomainContext } from '../kernel/domain-context';
import type { MembershipAnswer, MembershipEvent, MembershipRequest } from './membership';

/** A membership request (rule AC-3): one open request a person and group. The fields named `open…` are there while it is open. */
export const membershipType: RecordType<MembershipRequest, MembershipEvent> = {
  name: 'membership',
  noun: 'membership request',
  prefix: 'MR',
  digits: 1,
  evolve: (id, timeline) => {
    const [first, ...rest] = timeline;
    if (first?.kind !== 'asked') throw new Error(`The timeline of ${id} doesn't begin with its request`);
    const { by: person, name, group, at: askedAt, cause } = first;
    const answer = rest.flatMap(answerOf)[0];
    return { id, person, name, group, askedAt, cause, ...(answer === undefined ? {} : { answer }), timeline };
  },
  timelineOf: ({ timeline }) => timeline,
  notifications: (before, after, context) =>
    draftsOfAdded(before?.timeline, after.timeline, (entry, index) => told(entry, index, after, context)),
  index: {
    fields: { ...KERNEL_FIELDS, ...CAUSE_FIELD, openFor: 'string', openGroup: 'string' },
    indexes: [
      ...kernelIndexes('membership'),
      causeIndex('membership'),
      { name: 'membership_open', fields: ['openFor'], unique: true },
      { name: 'membership_group', fields: ['openGroup'] },
    ],
    of: ({ answer, group, person }) =>
      answer === undefined
        ? { openFor: `${group.toLowerCase()} ${person}`, openGroup: group.toLowerCase() }
        : {},
    words: ({ name, group }, id) => wordsOfTexts([id, name, group]),
  },
  mayRead: ({ person, group: key }, { person: reader }, directory) => {
    const group = directory.group(key);
    if (reader === undefined) return false;
    return reader.id === person || (group !== undefined && answersRequests(reader, group));
  },
  check: (request) => void SHAPE.parse(request),
  readOld: ({ request }) => (request === undefined ? undefined : fromRequest(request as MembershipRequest)),
};

const SHAPE = z.looseObject({ person: z.string(), name: z.string(), group: z.string() });

function answerOf(entry: Entry<MembershipEvent>): readonly MembershipAnswer[] {
  const { by, at, cause } = entry;
  if (entry.kind === 'approved') return [{ how: 'approved', by, at, cause }];
  return entry.kind === 'declined' ? [{ how: 'declined', by, at, cause, reason: entry.reason }] : [];
}

/** Those who may answer are told, each in their own chat, and the group's channel; who asked is told of the answer. */
function told(
  { kind, by }: Entry<MembershipEvent>,
  entry: number,
  { group: key, person }: MembershipRequest,
  { directory }: DomainContext,
): readonly NotificationDraft[] {
  if (kind !== 'asked') return [{ topic: 'answered', to: { kind: 'person', person }, entry }];
  const group = directory.group(key);
  const answerers = group === undefined ? [] : answerersOf(group, directory).filter(({ id }) => id !== by);
  return [
    ...answerers.map(({ id }) => ({ topic: 'asked', to: { kind: 'person', person: id }, entry }) as const),
    { topic: 'asked', to: { kind: 'group', group: key }, entry },
  ];
}

/** A request as versions before 2 kept it. */
function fromRequest({ id, person, name, group, askedAt, cause, answer }: MembershipRequest) {
  const timeline: Entry<MembershipEvent>[] = [{ kind: 'asked', name, group, by: person, at: askedAt, cause }];
  if (answer !== undefined) {
    const { how, by, at, cause: answered, reason = '' } = answer;
    const event = how === 'approved' ? { kind: how } : { kind: how, reason };
    timeline.push({ ...event, by, at, cause: answered });
  }
  return { id, timeline };
}
