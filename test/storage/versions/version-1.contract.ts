import type { KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { outboxOf } from '../../../src/notifications/outbox/outbox';
import { MAILBOX, OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import { QUARANTINE } from '../../../src/notifications/quarantine/quarantine';
import { SENDS } from '../../../src/notifications/rate/send-history';
import { STATE_NAMES } from '../../../src/domain/cases/case';
import type { Case } from '../../../src/domain/cases/case';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import { planType } from '../../../src/domain/plans/plan-type';
import { problemType } from '../../../src/domain/problems/problem-type';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import { METRIC_FACT } from '../../../src/metrics/metric-fact-record';
import { ROLLUP } from '../../../src/metrics/rollup-record';
import { PLAN_ROUND } from '../../../src/plans/plan-round';
import { holdEnvironment } from '../../../src/storage/environment-stamp';
import { linkSecrets } from '../../../src/storage/link-secret';
import { openRepositories } from '../../../src/storage/open-repositories';
import type { Repositories } from '../../../src/storage/open-repositories';
import { ADDRESS } from '../../../src/storage/repositories/address-book';
import { API_KEY } from '../../../src/storage/repositories/api-key-register';
import { CASE } from '../../../src/storage/repositories/case-record';
import { COUNTER } from '../../../src/storage/repositories/counters';
import { ACCOUNT, CONTACT } from '../../../src/storage/repositories/customer-records';
import { PERSON } from '../../../src/storage/repositories/directory-register';
import { GROUP } from '../../../src/storage/repositories/group-record';
import { NOTIFICATION } from '../../../src/storage/repositories/notification-register';
import { POST } from '../../../src/storage/repositories/post-register';
import { recordKind } from '../../../src/storage/record-kind';
import { migrate } from '../../../src/storage/schema-version';
import type { Engine, RecordKind } from '../../../src/storage/store';

/** A document of the sample, as MongoDB has it; its body is the record as JSON text, the same on both engines. */
interface SampleDocument {
  readonly _id: string;
  readonly version: number;
  readonly body: string;
}
/** The collections of the sample by name, each with the declaration of its kind at that time. */
type Sample = Readonly<
  Record<string, { readonly fingerprint: string; readonly documents: readonly SampleDocument[] }>
>;

export const SAMPLE_DIR = join(__dirname, 'version-1');
export const SAMPLE = JSON.parse(readFileSync(join(SAMPLE_DIR, 'mongodb.json'), 'utf8')) as Sample;

const KINDS = [
  ...[
    QUARANTINE,
    MAILBOX,
    OUTBOX,
    SENDS,
    METRIC_FACT,
    ROLLUP,
    PLAN_ROUND,
    ADDRESS,
    API_KEY,
    CASE,
    COUNTER,
    ACCOUNT,
  ],
  ...[CONTACT, GROUP, PERSON, recordKind(membershipType), NOTIFICATION, recordKind(planType), POST],
  ...[recordKind(problemType), recordKind(reportOrderType)],
] as unknown as readonly RecordKind<unknown>[];
/** Those that a program reads by a function of its own. */
const OWN = ['environment', 'linkSecret'];
const LATER = Number.MAX_SAFE_INTEGER;

/** What a start makes of a database from before records had versions, on the engine that it is opened on. */
export function version1Contract(name: string, open: () => Promise<Engine>): void {
  describe(`A database from before versions existed, on ${name},`, () => {
    let engine: Engine;
    let repositories: Repositories;
    beforeAll(async () => {
      engine = await open();
      await migrate(engine);
      await holdEnvironment(engine, 'production');
      repositories = await openRepositories(engine);
    });
    afterAll(() => engine.close());

    it('has records of every kind that it could have', () => {
      expect(Object.keys(SAMPLE).sort()).toEqual([...KINDS.map((kind) => kind.name), ...OWN].sort());
    });

    it.each(KINDS.map((kind) => [kind.name, kind] as const))(
      "reads every %s in this version's form",
      async (_, kind) => {
        const found = await (await engine.store(kind)).find({ where: {}, limit: 1_000 });
        const documents = SAMPLE[kind.name]?.documents ?? [];
        expect(documents.length).toBeGreaterThan(0);
        expect(found.map(({ id, value }) => [id, value])).toEqual(
          documents.map(({ _id, body }) => {
            const stored: unknown = JSON.parse(body);
            return [_id, kind.upgrade?.(stored) ?? stored];
          }),
        );
      },
    );

    it('shows its cases in every state, and finds them by group, words, and what is due', async () => {
      const { cases, counting } = repositories;
      const all: Case[] = [];
      for await (const one of cases.changedSince(0)) all.push(one);
      expect(all).toHaveLength(SAMPLE['case']?.documents.length ?? 0);
      expect(new Set(all.map(({ state }) => state))).toEqual(new Set(Object.keys(STATE_NAMES)));
      expect(all.some(({ openPar }) => openPar !== undefined)).toBe(true);
      expect((await cases.list({ open: true, group: 'L2-AVN' }, 100)).length).toBeGreaterThan(2);
      expect((await cases.withWords('kim', 10)).map(({ number }) => number)).toContain('CS0000002');
      expect((await cases.due(LATER, 100)).map(({ read }) => read().state.number)).toContain('CS0009002');
      expect((await cases.pending(100)).length).toBeGreaterThan(0);
      expect(counting).toBeDefined();
      expect(await cases.nextId()).toBe('CS0000003');
    });

    it('shows its requests, problems, plans, report orders, and customers where people look for them', async () => {
      const { memberships, problems, plans, reportOrders, customers, apiKeys } = repositories;
      expect(await memberships.open(['L3-AVN'], 10)).toHaveLength(1);
      expect(await problems.open(10)).toHaveLength(1);
      expect((await plans.open(10)).length).toBeGreaterThan(0);
      expect((await reportOrders.due(LATER, 10)).length).toBeGreaterThan(0);
      expect((await customers.withEmail('kim.new@unit.example.mil', 10)).length).toBe(1);
      expect(
        (await apiKeys.list()).map(({ system, revokedAt }) => [system, revokedAt === undefined]),
      ).toEqual([
        ['depot', false],
        ['orders', true],
      ]);
    });

    it('has its people, their addresses and settings, its posts, and the secret of its links', async () => {
      const { directories, addresses, notifications, posts } = repositories;
      const { people, groups } = directories.current();
      expect(people).toHaveLength(SAMPLE['person']?.documents.length ?? 0);
      expect(groups).toHaveLength(SAMPLE['group']?.documents.length ?? 0);
      const [, analyst = ''] = SAMPLE['notification']?.documents.map(({ _id }) => _id) ?? [];
      expect(await addresses.get(analyst)).toBeDefined();
      expect(await notifications.of(analyst)).toBeDefined();
      expect((await posts.ofRecord({ kind: 'case', id: 'CS0000002' })).length).toBeGreaterThan(0);
      const { secret } = JSON.parse(SAMPLE['linkSecret']?.documents[0]?.body ?? '{}') as { secret: string };
      const { current } = await (await linkSecrets(engine)).keys();
      expect((current as KeyObject).export().toString('hex')).toBe(secret);
    });

    it('has its notifications in every state, with undelivered and parked ones ready to be sent again', async () => {
      for (const kind of [OUTBOX, MAILBOX]) {
        const store = await engine.store(kind);
        const states = (await store.find({ where: {}, limit: 1_000 })).map(({ value }) => value.state);
        for (const state of ['dead', 'parked', 'held', 'muted', 'waiting']) expect(states).toContain(state);
        const outbox = outboxOf(store, { now: () => 0 });
        expect((await outbox.standing(100)).length).toBeGreaterThan(2);
        expect(await outbox.revive(`sample-${kind.name}-0`)).toBe(true);
      }
    });

    it.each(KINDS.map((kind) => [kind.name, kind] as const))(
      'has the same content in every %s when it is written again',
      async (_, kind) => {
        const store = await engine.store(kind);
        const before = await store.find({ where: {}, limit: 1_000 });
        for (const { id, version, value } of before)
          expect((await store.replace(id, version, value)).ok).toBe(true);
        const after = await store.find({ where: {}, limit: 1_000 });
        expect(after).toEqual(before.map((record) => ({ ...record, version: record.version + 1 })));
      },
    );
  });
}
