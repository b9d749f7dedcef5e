import { caseDelivery } from '../../src/cards/cases/case-delivery';
import { caseType } from '../../src/domain/cases/case-type';
import { kindsOf } from '../../src/records/kinds';
import { sweepOnce } from '../../src/notifications/sweep';
import { QUARANTINE, quarantineOn } from '../../src/notifications/quarantine/quarantine';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { CASE } from '../../src/storage/repositories/case-record';
import type { CaseRecord } from '../../src/storage/repositories/case-record';
import { StoredCases } from '../../src/storage/repositories/case-repository';
import { COUNTER, Counters } from '../../src/storage/repositories/counters';
import type { Engine, RecordKind } from '../../src/storage/store';
import { median } from '../statistics';
import type { Row } from '../statistics';
import { LOG, setting, timed, withEngine } from './app';
import { fill, firstDueMs, WEDNESDAY, worldOn } from './site';

const MANY = setting('BENCH_CASES', 1_000_000);
const FEW = setting('BENCH_FEW_CASES', 10_000);
const DUE = 100;
const ROUNDS = 15;
const IDLE_ROUNDS = 301;
const MINUTE_MS = 60_000;
const wall = { now: () => Date.now() };

// Only what a sweep asks for or changes is indexed, without the words of the search. The rest is not touched by a save
// that does not change it, and would be most of the time of the filling.
const KEPT = [
  'nextDueAt',
  'hasPending',
  'changedAt',
  'uncounted',
  'openSla',
  'openedAt',
  'msc',
  'group',
  'assignee',
];
const only = <T>(fields: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => KEPT.includes(field)));
const SLIM: RecordKind<CaseRecord> = {
  name: CASE.name,
  fields: only(CASE.fields),
  indexes: CASE.indexes.filter(({ fields }) => fields.every((field) => KEPT.includes(field))),
  indexed: (record) => only(CASE.indexed(record)),
};

/** A store full of open cases, of which so many become due in each of the rounds, a minute apart. */
async function sweepable(engine: Engine, count: number) {
  const time = { at: WEDNESDAY, now: () => time.at };
  const context = worldOn(time);
  const dueMs = firstDueMs(context());
  const openedAt = (nth: number): number =>
    nth < DUE * ROUNDS ? WEDNESDAY + Math.floor(nth / DUE) * MINUTE_MS - dueMs : WEDNESDAY;
  const store = await engine.store(SLIM);
  const filledMs = await timed(() => fill(store, count, openedAt, context()));
  const cases = new StoredCases(store, new Counters(await engine.store(COUNTER)));
  const outbox = outboxOf(await engine.store(OUTBOX), wall);
  const quarantine = quarantineOn(await engine.store(QUARANTINE), wall);
  const kinds = kindsOf([{ type: caseType, records: cases, delivery: caseDelivery }]);
  const parts = { kinds, outbox, quarantine, log: LOG, wall, context };
  console.log(`${count} open cases written in ${(filledMs / 1_000).toFixed(0)} s`);
  return {
    /** One sweep at the instant of a round; throws where it did not move on as many as it should. */
    sweep: async (round: number): Promise<number> => {
      time.at = WEDNESDAY + round * MINUTE_MS;
      let moved = 0;
      const took = await timed(async () => (moved = await sweepOnce(parts)));
      if (moved !== DUE) throw new Error(`A sweep moved ${moved} cases on and not ${DUE}`);
      return took;
    },
    idle: async (): Promise<readonly number[]> => {
      const took: number[] = [];
      for (let round = 0; round < IDLE_ROUNDS; round += 1) took.push(await timed(() => sweepOnce(parts)));
      return took;
    },
  };
}

/** What a sweep costs where many cases are open: with some of them due, against the same with few open; and with none. */
export function benchSweeps(): Promise<readonly Row[]> {
  return withEngine((few) =>
    withEngine(async (many) => {
      const small = await sweepable(few, FEW);
      const large = await sweepable(many, MANY);
      const took = { few: [] as number[], many: [] as number[] };
      // In turns, so that what else the machine does is in both. The first round warms up.
      for (let round = 0; round < ROUNDS; round += 1) {
        const [onFew, onMany] = [await small.sweep(round), await large.sweep(round)];
        if (round === 0) continue;
        took.few.push(onFew);
        took.many.push(onMany);
      }
      const idle = median(await large.idle());
      const ratio = median(took.many) / median(took.few);
      return [
        {
          what: `sweep, ${DUE} due among ${MANY} open, against ${FEW}`,
          figure: `${median(took.many).toFixed(0)} ms`,
          against: `${median(took.few).toFixed(0)} ms`,
          ratio,
          goal: 'at most 1.5',
          reached: ratio <= 1.5,
        },
        {
          what: `sweep, nothing due among ${MANY}`,
          figure: `${idle.toFixed(3)} ms`,
          against: '1 ms',
          ratio: idle,
          goal: 'below 1.0',
          reached: idle < 1,
        },
      ];
    }),
  );
}
