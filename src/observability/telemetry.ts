import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { DropReason } from '../ports/dead-letters';
import type { DatedAhead, TimeSource } from '../ports/time-source';

/** How a turn ended: answered, refused with words (an expected "no"), or failed with a reference. */
export type TurnOutcome = 'answered' | 'refused' | 'failed';
/** The result of a call to Teams; `defect` is a card that we could not make. */
export type SendResult =
  'sent' | 'gone' | 'throttled' | 'refused' | 'server-error' | 'timeout' | 'network' | 'defect';

/** The result of handing an email to the mail server; `later` is tried again. */
export type MailResult = 'sent' | 'refused' | 'later' | 'defect';

/** What is in the outbox or the mailbox of all instances when the telemetry is read. */
export interface OutboxFigures {
  readonly states: readonly {
    readonly state: string;
    readonly depth: number;
    /** How long the oldest has been there, milliseconds; absent if there is none. */
    readonly oldestMs?: number;
  }[];
}

/** What is queried when the telemetry is read; each is one or two index queries. */
export interface StoreCounts {
  /** How long the earliest due time of a case has passed, milliseconds; 0 where nothing is due. */
  sweepLagMs(): Promise<number>;
  outbox(): Promise<OutboxFigures>;
  mailbox(): Promise<OutboxFigures>;
  /** How many records are quarantined, by kind; at most a thousand. */
  quarantined(): Promise<ReadonlyMap<string, number>>;
}

/**
 * The telemetry of this process in Prometheus' format. Every label has a fixed set of values, and none says anything about a
 * person, a case or a conversation.
 */
export type Telemetry = ReturnType<typeof createTelemetry>;

/** Never runs backwards; milliseconds. */
export const STOPWATCH: TimeSource = { now: () => performance.now() };

const FAST = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const SLOW = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Makes the telemetry. `ofProcess` adds memory, CPU, event loop, and garbage collection: once per process. */
export function createTelemetry({ ofProcess = false }: { readonly ofProcess?: boolean } = {}) {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });

  const turns = new Histogram({
    name: 'casekeeper_turn_seconds',
    help: 'Time from reading a line or button press to answering it with a card, by outcome.',
    labelNames: ['outcome'],
    buckets: FAST,
    registers,
  });
  const sends = new Histogram({
    name: 'casekeeper_send_seconds',
    help: 'Time of a call to Teams outside a turn, by kind and result.',
    labelNames: ['kind', 'result'],
    buckets: SLOW,
    registers,
  });
  const mails = new Histogram({
    name: 'casekeeper_mail_seconds',
    help: 'Time of handing an email to the mail server, by result.',
    labelNames: ['result'],
    buckets: SLOW,
    registers,
  });
  const operations = new Histogram({
    name: 'casekeeper_store_seconds',
    help: 'Time of a store operation.',
    labelNames: ['operation'],
    buckets: FAST,
    registers,
  });
  const storeFaults = new Counter({
    name: 'casekeeper_store_faults_total',
    help: 'Store operations that failed.',
    labelNames: ['operation'],
    registers,
  });
  const setBack = new Counter({
    name: 'casekeeper_clock_set_back_total',
    help: 'Times set by a clock that ran ahead, and since set back.',
    labelNames: ['what'],
    registers,
  });
  const dropped = new Counter({
    name: 'casekeeper_notices_dropped_total',
    help: 'Notifications that were not sent: outdated (no longer true when their address became known), expired (parked or dead for too long).',
    labelNames: ['why'],
    registers,
  });
  const lag = new Gauge({
    name: 'casekeeper_sweep_lag_seconds',
    help: 'How long ago the earliest due time passed that the sweep has not handled yet.',
    registers,
  });
  const byState = (name: string, help: string): Gauge<'state'> =>
    new Gauge({ name, help, labelNames: ['state'], registers });
  const outbox = {
    depth: byState(
      'casekeeper_outbox_notices',
      'Notifications in the outbox by state: waiting, parked (no address yet), dead (given up), held (until its reader’s hour), muted (within a day).',
    ),
    oldest: byState(
      'casekeeper_outbox_oldest_seconds',
      'Age of the oldest notification in the outbox, by state; 0 if there is none.',
    ),
  };
  const mailbox = {
    depth: byState(
      'casekeeper_mailbox_mails',
      'Emails by state: waiting, parked (no mail server), dead (refused or given up).',
    ),
    oldest: byState(
      'casekeeper_mailbox_oldest_seconds',
      'Age of the oldest email, by state; 0 if there is none.',
    ),
  };
  const quarantined = new Gauge({
    name: 'casekeeper_quarantined_records',
    help: 'Quarantined records, by kind: they cannot be read, or their clocks cannot be calculated.',
    labelNames: ['kind'],
    registers,
  });
  const failed = new Gauge({
    name: 'casekeeper_scrape_failed',
    help: '1 if the store did not answer for the sweep, the outbox, the mailbox, or the quarantine; their gauges are then absent.',
    registers,
  });

  const look = async (standing: StoreCounts): Promise<void> => {
    try {
      const [lagMs, notices, letters, kinds] = await Promise.all([
        standing.sweepLagMs(),
        standing.outbox(),
        standing.mailbox(),
        standing.quarantined(),
      ]);
      lag.set(lagMs / 1_000);
      for (const [box, { states }] of [[outbox, notices] as const, [mailbox, letters] as const])
        for (const { state, depth, oldestMs = 0 } of states) {
          box.depth.set({ state }, depth);
          box.oldest.set({ state }, oldestMs / 1_000);
        }
      quarantined.reset();
      for (const [kind, count] of kinds) quarantined.set({ kind }, count);
      failed.set(0);
    } catch {
      // A scrape that fails entirely would hide the very gauges that show why.
      lag.remove();
      for (const gauge of [outbox.depth, outbox.oldest, mailbox.depth, mailbox.oldest, quarantined])
        gauge.reset();
      failed.set(1);
    }
  };

  let watched: StoreCounts | undefined;
  return {
    turn: (outcome: TurnOutcome, ms: number) => {
      turns.observe({ outcome }, ms / 1_000);
    },
    send: (kind: 'post' | 'update', result: SendResult, ms: number) => {
      sends.observe({ kind, result }, ms / 1_000);
    },
    mail: (result: MailResult, ms: number) => {
      mails.observe({ result }, ms / 1_000);
    },
    store: (operation: string, ms: number, threw: boolean) => {
      operations.observe({ operation }, ms / 1_000);
      if (threw) storeFaults.inc({ operation });
    },
    /** Times that a clock that ran ahead had set, by what they are of. */
    setBack: (what: DatedAhead, count: number) => {
      setBack.inc({ what }, count);
    },
    /** A notification that was dropped. */
    dropped: (why: DropReason) => {
      dropped.inc({ why });
    },
    /** Sets the source of the backlog gauges; until then they are absent. */
    watch: (standing: StoreCounts) => {
      watched = standing;
    },
    contentType: registry.contentType as string,
    /** All telemetry as text. What the store cannot answer is left out and shown by `casekeeper_scrape_failed`. */
    text: async () => {
      if (watched !== undefined) await look(watched);
      return registry.metrics();
    },
  };
}
