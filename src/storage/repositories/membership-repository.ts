import { z } from 'zod/v4';
import type { RequestNotice } from '../../domain/memberships/request-notice';
import type { MembershipChange, MembershipRequest } from '../../domain/memberships/membership';
import type { MembershipRepository, PendingRequest, SavedRequest } from '../../ports/memberships';
import type { RecordKind, Store } from '../store';
import type { Counters } from './counters';
import { NOTICE_SHAPE } from './shapes';
import { clearPending, saveWithNotices, withPending } from './pending-notices';

/** A request as it is kept, with what its last changes still have to send. */
interface MembershipRecord {
  readonly request: MembershipRequest;
  readonly pending: readonly RequestNotice[];
}

const openKey = ({ person, group }: MembershipRequest): string => `${group.toLowerCase()} ${person}`;

/** The fields named `open…` are there while the request is not answered. */
export const MEMBERSHIP: RecordKind<MembershipRecord> = {
  name: 'membership',
  fields: { cause: 'string', openFor: 'string', openGroup: 'string', hasPending: 'boolean' },
  indexes: [
    { name: 'membership_cause', fields: ['cause'], unique: true },
    { name: 'membership_open', fields: ['openFor'], unique: true },
    { name: 'membership_group', fields: ['openGroup'] },
    { name: 'membership_pending', fields: ['hasPending'] },
  ],
  indexed: ({ request, pending }) => {
    const isOpen = request.answer === undefined;
    return {
      cause: request.cause,
      openFor: isOpen ? openKey(request) : undefined,
      openGroup: isOpen ? request.group.toLowerCase() : undefined,
      hasPending: pending.length > 0 ? true : undefined,
    };
  },
  shape: z.looseObject({
    request: z.looseObject({
      id: z.string(),
      person: z.string(),
      name: z.string(),
      group: z.string(),
      askedAt: z.number(),
      cause: z.string(),
      answer: z
        .looseObject({ how: z.enum(['approved', 'declined']), by: z.string(), at: z.number() })
        .optional(),
    }),
    pending: z.array(NOTICE_SHAPE),
  }),
};

const TRIES = 20;

/** Membership requests on a store: a request and the notices of a change are one write. */
export class StoredMemberships implements MembershipRepository {
  constructor(
    private readonly store: Store<MembershipRecord>,
    private readonly counters: Counters,
  ) {}

  async nextId(): Promise<string> {
    return `MR${await this.counters.next('membership')}`;
  }

  async get(id: string): Promise<SavedRequest | undefined> {
    const stored = await this.store.get(id);
    return stored && { request: stored.value.request, version: stored.version };
  }

  async insert({ request, notices }: MembershipChange): ReturnType<MembershipRepository['insert']> {
    for (let tried = 0; tried < TRIES; tried++) {
      const written = await this.store.insert(request.id, { request, pending: notices });
      if (written.ok) return { kind: 'saved', request };
      const standing =
        (await this.#one({ cause: request.cause })) ?? (await this.#one({ openFor: openKey(request) }));
      if (standing !== undefined) return { kind: 'standing', request: standing };
      // Who held it was answered a moment ago: the person may ask anew.
    }
    throw new Error(`The request ${request.id} could not be kept in ${TRIES} tries`);
  }

  save(expectedVersion: number, { request, notices }: MembershipChange): Promise<boolean> {
    return saveWithNotices(this.store, request.id, expectedVersion, { request }, notices);
  }

  async open(groupKeys: readonly string[], limit: number): Promise<readonly MembershipRequest[]> {
    if (groupKeys.length === 0) return [];
    const openGroup = { in: groupKeys.map((key) => key.toLowerCase()) };
    const found = await this.store.find({ where: { openGroup }, limit });
    return found.map(({ value }) => value.request).sort((a, b) => a.askedAt - b.askedAt);
  }

  async withPendingNotices(limit: number): Promise<readonly PendingRequest[]> {
    const found = await withPending(this.store, limit);
    return found.map(({ request, pending }) => ({ request, notices: pending }));
  }

  clearPending(id: string, noticeIds: readonly string[]): Promise<void> {
    return clearPending(this.store, id, noticeIds);
  }

  async #one(where: Readonly<Record<string, string>>): Promise<MembershipRequest | undefined> {
    const [found] = await this.store.find({ where, limit: 1 });
    return found?.value.request;
  }
}
