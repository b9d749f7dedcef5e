import { outboxOf } from '../../src/notifications/outbox/outbox';
import { MAILBOX, OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { createTelemetry } from '../../src/observability/telemetry';
import type { Telemetry } from '../../src/observability/telemetry';
import {
  observedEngine,
  observedHandle,
  observedMailer,
  observedSender,
} from '../../src/observability/observed';
import { storeCountsOf } from '../../src/observability/store-counts';
import { SendFault } from '../../src/ports/sender';
import type { Sender } from '../../src/ports/sender';
import { MailFault } from '../../src/ports/mail';
import { CASE } from '../../src/storage/repositories/case-record';
import type { Engine, RecordKind, Store } from '../../src/storage/store';
import { UnreadableRecords } from '../../src/storage/unreadable/unreadable-records';
import { arrival, N, NOON } from '../notifications/notices';
import { changeFor } from '../notifications/stage';
import { memoryStore } from '../support/memory/memory-store';

/** A clock that a test moves by hand; each look costs nothing. */
const clock = { at: 0, now: () => clock.at };
const lines = async (figures: Telemetry, name: string): Promise<readonly string[]> =>
  (await figures.text()).split('\n').filter((line) => line.startsWith(name));

function memoryEngine(): Engine {
  const stores = new Map<string, unknown>();
  return {
    name: 'sqlite',
    unreadable: new UnreadableRecords(),
    store: <T>(kind: RecordKind<T>) => {
      if (!stores.has(kind.name)) stores.set(kind.name, memoryStore(kind));
      return Promise.resolve(stores.get(kind.name) as Store<T>);
    },
    ping: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

describe('Telemetry', () => {
  it('counts turns by how they ended, with their time', async () => {
    const figures = createTelemetry();
    const handle = observedHandle(
      (kind: 'reply' | 'refusal' | 'fault') => {
        clock.at += 20;
        return kind === 'fault' ? Promise.reject(new Error('broken')) : Promise.resolve({ kind });
      },
      figures,
      clock,
    );
    await handle('reply');
    await handle('refusal');
    await expect(handle('fault')).rejects.toThrow('broken');
    expect(await lines(figures, 'casekeeper_turn_seconds_count')).toEqual([
      'casekeeper_turn_seconds_count{outcome="answered"} 1',
      'casekeeper_turn_seconds_count{outcome="refused"} 1',
      'casekeeper_turn_seconds_count{outcome="failed"} 1',
    ]);
    expect(await lines(figures, 'casekeeper_turn_seconds_sum{outcome="answered"}')).toEqual([
      'casekeeper_turn_seconds_sum{outcome="answered"} 0.02',
    ]);
  });

  it.each([
    [new SendFault(403), 'gone'],
    [new SendFault(404), 'gone'],
    [new SendFault(412), 'throttled'],
    [new SendFault(429, 1_000), 'throttled'],
    [new SendFault(400), 'refused'],
    [new SendFault(503), 'server-error'],
    [new SendFault('timeout'), 'timeout'],
    [new SendFault('network'), 'network'],
    [new Error('no such view'), 'defect'],
  ])('reports the result of a send and passes its fault on: %s', async (fault, result) => {
    const figures = createTelemetry();
    const failing: Sender = {
      post: () => {
        throw fault;
      },
      update: () => Promise.reject(fault),
    };
    const sender = observedSender(failing, figures, clock);
    const address = { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' } as const;
    const card = { card: 'message', tone: 'plain', title: 'T', text: '', buttons: [] } as const;
    const context = {} as never;
    await expect(sender.post(address, card, context)).rejects.toBe(fault);
    await expect(sender.update(address, 'id', card, context)).rejects.toBe(fault);
    expect(await lines(figures, 'casekeeper_send_seconds_count')).toEqual([
      `casekeeper_send_seconds_count{kind="post",result="${result}"} 1`,
      `casekeeper_send_seconds_count{kind="update",result="${result}"} 1`,
    ]);
  });

  it.each([
    [undefined, 'sent'],
    [new MailFault('refused', '550'), 'refused'],
    [new MailFault('later', '451'), 'later'],
    [new Error('no such field'), 'defect'],
  ])('reports the result of an email and passes its fault on: %s', async (fault, result) => {
    const figures = createTelemetry();
    const send = () => (fault === undefined ? Promise.resolve() : Promise.reject(fault));
    const mail = { key: 'k', to: 'pat@example.mil', subject: 'S', text: 'T', at: 0 };
    const sending = observedMailer({ send }, figures, clock).send(mail);
    if (fault === undefined) await sending;
    else await expect(sending).rejects.toBe(fault);
    expect(await lines(figures, 'casekeeper_mail_seconds_count')).toEqual([
      `casekeeper_mail_seconds_count{result="${result}"} 1`,
    ]);
  });

  it('times each operation of the store, and counts those that threw', async () => {
    const figures = createTelemetry();
    const engine = observedEngine(memoryEngine(), figures, clock);
    const store = await engine.store(OUTBOX);
    await store.get('nothing');
    await expect(store.search(['x'], 1)).rejects.toThrow('not needed here');
    expect(await lines(figures, 'casekeeper_store_seconds_count')).toEqual([
      'casekeeper_store_seconds_count{operation="get"} 1',
      'casekeeper_store_seconds_count{operation="search"} 1',
    ]);
    expect(await lines(figures, 'casekeeper_store_faults_total{')).toEqual([
      'casekeeper_store_faults_total{operation="search"} 1',
    ]);
  });

  it('reports how far the sweep is behind, and what has been in the outbox and since when', async () => {
    const figures = createTelemetry();
    const engine = memoryEngine();
    const wall = { at: NOON, now: () => wall.at };
    const business = { at: NOON, now: () => business.at };
    figures.watch(await storeCountsOf(engine, business, wall));
    expect(await lines(figures, 'casekeeper_sweep_lag_seconds ')).toEqual(['casekeeper_sweep_lag_seconds 0']);

    const { state: open } = changeFor(N);
    const record = { id: N, timeline: open.timeline, pending: [], nextDueAt: NOON + 1_000 };
    await (await engine.store(CASE)).insert(N, record);
    await outboxOf(await engine.store(OUTBOX), wall).put(arrival(N), 0);
    await outboxOf(await engine.store(MAILBOX), wall).put(arrival(N), 0);
    business.at += 4_000;
    wall.at += 90_000;
    expect(await lines(figures, 'casekeeper_sweep_lag_seconds ')).toEqual(['casekeeper_sweep_lag_seconds 3']);
    expect(await lines(figures, 'casekeeper_outbox_')).toEqual([
      'casekeeper_outbox_notices{state="waiting"} 1',
      'casekeeper_outbox_notices{state="parked"} 0',
      'casekeeper_outbox_notices{state="dead"} 0',
      'casekeeper_outbox_notices{state="held"} 0',
      'casekeeper_outbox_notices{state="muted"} 0',
      'casekeeper_outbox_oldest_seconds{state="waiting"} 90',
      'casekeeper_outbox_oldest_seconds{state="parked"} 0',
      'casekeeper_outbox_oldest_seconds{state="dead"} 0',
      'casekeeper_outbox_oldest_seconds{state="held"} 0',
      'casekeeper_outbox_oldest_seconds{state="muted"} 0',
    ]);
    expect(await lines(figures, 'casekeeper_mailbox_')).toEqual([
      'casekeeper_mailbox_mails{state="waiting"} 1',
      'casekeeper_mailbox_mails{state="parked"} 0',
      'casekeeper_mailbox_mails{state="dead"} 0',
      'casekeeper_mailbox_oldest_seconds{state="waiting"} 90',
      'casekeeper_mailbox_oldest_seconds{state="parked"} 0',
      'casekeeper_mailbox_oldest_seconds{state="dead"} 0',
    ]);
  });

  it('can still be read if the store does not answer, without what only the store knows', async () => {
    const figures = createTelemetry();
    figures.turn('answered', 5);
    figures.watch({
      sweepLagMs: () => Promise.reject(new Error('down')),
      outbox: () => Promise.reject(new Error('down')),
      mailbox: () => Promise.reject(new Error('down')),
      quarantined: () => Promise.reject(new Error('down')),
    });
    expect(await lines(figures, 'casekeeper_scrape_failed ')).toEqual(['casekeeper_scrape_failed 1']);
    expect(await lines(figures, 'casekeeper_sweep_lag_seconds ')).toEqual([]);
    expect(await lines(figures, 'casekeeper_turn_seconds_count')).toHaveLength(1);
  });

  it('has a small, fixed number of labels, whatever happens', async () => {
    const figures = createTelemetry();
    const engine = observedEngine(memoryEngine(), figures, clock);
    for (let i = 0; i < 200; i++) {
      await (await engine.store(OUTBOX)).get(`notice-${i}`);
      figures.send('post', 'sent', i);
      figures.turn('answered', i);
    }
    expect((await lines(figures, 'casekeeper_')).length).toBeLessThan(60);
    expect(await figures.text()).not.toContain('notice-');
  });
});
