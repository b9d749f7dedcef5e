import { API_KEY, StoredApiKeys } from '../../../src/storage/repositories/api-key-register';
import { ADDRESS } from '../../../src/storage/repositories/address-book';
import { CASE } from '../../../src/storage/repositories/case-record';
import { COUNTER } from '../../../src/storage/repositories/counters';
import { ACCOUNT, CONTACT } from '../../../src/storage/repositories/customer-records';
import { PERSON } from '../../../src/storage/repositories/directory-register';
import { GROUP } from '../../../src/storage/repositories/group-record';
import { NOTIFICATION } from '../../../src/storage/repositories/notification-register';
import { POST } from '../../../src/storage/repositories/post-register';
import { REPORTS_OF_STRANGER } from '../../../src/storage/repositories/problem-repository';
import { recordKind } from '../../../src/storage/record-kind';
import { membershipType } from '../../../src/domain/memberships/membership-type';
import { planType } from '../../../src/domain/plans/plan-type';
import { problemType } from '../../../src/domain/problems/problem-type';
import { reportOrderType } from '../../../src/domain/reports/report-order-type';
import { MAILBOX, OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import type { OutboxItem } from '../../../src/notifications/outbox/outbox-item';
import { QUARANTINE } from '../../../src/notifications/quarantine/quarantine';
import { SENDS } from '../../../src/notifications/rate/send-history';
import { BASIS } from '../../../src/metrics/basis';
import { METRIC_FACT } from '../../../src/metrics/metric-fact-record';
import { ROLLUP } from '../../../src/metrics/rollup-record';
import { PLAN_ROUND } from '../../../src/plans/plan-round';
import { openRepositories } from '../../../src/storage/open-repositories';
import type { Engine, RecordKind } from '../../../src/storage/store';
import { opening } from '../../storage/repositories-under-test';
import { asked } from '../../support/plans';

const [MEMBERSHIP, PROBLEM] = [recordKind(membershipType), recordKind(problemType)];
const [PLAN, REPORT_ORDER] = [recordKind(planType), recordKind(reportOrderType)];

/** A record as it is kept, with nothing to send and nothing due. */
const opened = <E>(id: string, ...timeline: E[]) => ({ id, timeline, pending: [] });

const CHAT = { conversationId: 'a:chat', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' } as const;

/** Every kind of record that a store may have, but the two of which there is one, read at start. */
export const KINDS = [
  ...[CASE, ACCOUNT, CONTACT, MEMBERSHIP, PROBLEM, PLAN, PLAN_ROUND, REPORT_ORDER, OUTBOX, MAILBOX, POST],
  ...[
    COUNTER,
    API_KEY,
    METRIC_FACT,
    ROLLUP,
    GROUP,
    PERSON,
    NOTIFICATION,
    ADDRESS,
    SENDS,
    QUARANTINE,
    BASIS,
    REPORTS_OF_STRANGER,
  ],
] as unknown as readonly RecordKind<unknown>[];

/**
 * Two of each kind that do not come by themselves, as the bot would have written them by that time. Answers the API keys, in
 * the order of their records.
 */
export async function fillStore(engine: Engine, now: number): Promise<readonly string[]> {
  const issued: string[] = [];
  const put = async <T>(kind: RecordKind<T>, id: string, value: T): Promise<void> => {
    const written = await (await engine.store(kind)).insert(id, value);
    if (!written.ok) throw new Error(`${kind.name} ${id}: ${written.why}`);
  };
  const { cases, customers } = await openRepositories(engine);
  const keys = new StoredApiKeys(await engine.store(API_KEY));
  for (const [place, one] of ['1', '2'].entries()) {
    const number = `CS000000${one}`;
    await cases.insert(
      opening(number, {
        group: 'L2-AVN',
        at: now,
        nextDueAt: now,
        details: { account: { kind: 'DoDAAC', code: `W25G1${one}` }, ipd: 2 },
      }),
    );
    const account = { kind: 'DoDAAC', code: `W25G1${one}` } as const;
    const act = { by: 'someone', at: now, cause: `c${one}` };
    await customers.record(account, { name: 'Pat', email: 'pat@example.mil' }, act);
    issued.push((await keys.issue(`system-${one}`, 'someone', now)) ?? '');
    const metIn = { kind: 'personal', conversationId: 'a:someone' } as const;
    const reported = { kind: 'reported', name: 'Some One', metIn, text: 'It broke.' } as const;
    await put(PROBLEM, `PB000000${one}`, opened(`PB000000${one}`, { ...reported, ...act, cause: `p${one}` }));
    const asks = { kind: 'asked', name: 'New One', group: 'L2-AVN', at: now } as const;
    await put(MEMBERSHIP, `MR${one}`, opened(`MR${one}`, { ...asks, by: `p${one}`, cause: `m${one}` }));
    const measure = place === 0 ? 'level-2-and-3-crt' : 'enterprise-crt';
    const { id, state } = asked({ measure }, `AP000000${one}`);
    await put(PLAN, id, opened(id, ...state.timeline));
    await put(PLAN_ROUND, `2025-0${one}`, { month: `2025-0${one}`, doneAt: now });
    const order = { what: { kind: 'monthly' }, scope: 'enterprise', conversation: `a:${one}` } as const;
    const ordered = { kind: 'ordered', ...order, to: { kind: 'person', person: 'x' }, dueAt: now } as const;
    await put(REPORT_ORDER, `RO${one}`, opened(`RO${one}`, { ...ordered, ...act }));
    const about = { kind: 'case', id: number };
    const item: OutboxItem = {
      notice: {
        id: `n${one}`,
        about,
        topic: 'arrival',
        to: { kind: 'person', person: 'nobody' },
        mentions: [],
        madeAt: now,
      },
      addressKey: 'person:nobody',
      order: place,
      state: 'parked',
      dueAt: now,
      attempts: 0,
      since: now,
    };
    await put(OUTBOX, `0${one}`, item);
    await put(MAILBOX, `0${one}`, item);
    const view = { kind: 'case' } as const;
    const post = { about, address: CHAT, activityId: one, view, shows: 100 };
    await put(POST, `0${one}`, post);
    await put(REPORTS_OF_STRANGER, `0${one}`, [{ at: now, cause: 'c' }]);
    await put(COUNTER, `0${one}`, { last: 1 });
    await put(ADDRESS, `0${one}`, CHAT);
    await put(SENDS, `0${one}`, { latest: [now], before: [], heldUntil: 0 });
    const hours = { zone: 'America/New_York', weekdays: false, digestHour: 8 };
    await put(NOTIFICATION, `0${one}`, { person: `0${one}`, how: {}, ...hours });
    const later = { since: now, tries: 10, tryAt: now + 3_000_000, told: true };
    const known = { kind: 'toy', of: one, why: 'unreadable', reference: `REF${one}` } as const;
    await put(QUARANTINE, `0${one}`, { ...known, ...later });
  }
  return issued;
}
