import { metricsOf } from '../../src/metrics/metrics';
import { BASIS } from '../../src/metrics/basis';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import { ROLLUP } from '../../src/metrics/rollup-record';
import { planDelivery } from '../../src/cards/plans/plan-delivery';
import type { RecordChange } from '../../src/domain/kernel/record-type';
import { remindAt } from '../../src/domain/plans/by-when';
import type { ActionPlan } from '../../src/domain/plans/plan';
import { planType } from '../../src/domain/plans/plan-type';
import { kindsOf } from '../../src/records/kinds';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { QUARANTINE, quarantineOn } from '../../src/notifications/quarantine/quarantine';
import { sweepOnce } from '../../src/notifications/sweep';
import type { PlanRepository } from '../../src/ports/plans';
import type { PlanParts } from '../../src/plans/plan-round';
import { PLAN_ROUND } from '../../src/plans/plan-round';
import { aCase, details, opened } from '../support/cases';
import { MemoryCases } from '../support/memory/memory-cases';
import { MemoryCounting } from '../support/memory/memory-counting';
import { memoryPlans } from '../support/memory/memory-records';
import { memoryStore } from '../support/memory/memory-store';
import { written } from '../support/plans';
import { aWorld, DAY } from '../support/site';

/** Real plans, figures and rounds on stores in memory; time is moved by hand. */
export interface PlanStage {
  readonly parts: PlanParts;
  readonly logged: string[];
  now: number;
  /** How often the relay was told that there is something to send. */
  changes: number;
  /** Cases of Aviation that were closed at an instant, so many days after they were opened. */
  close(count: number, days: number, at: number, msc?: 'aviation' | 'distribution'): Promise<void>;
  /** Each plan as "AP0000001 msc:aviation level-2-and-3-crt: asked, planned". */
  told(): Promise<readonly string[]>;
  /** What happened to each plan: "asked, planned". */
  kinds(): Promise<readonly string[]>;
  /** Its owner writes a plan that was asked for. */
  write(id: string): Promise<void>;
  /** The sweep, by which owners are reminded. */
  sweep(plans?: PlanRepository): Promise<number>;
}

/** When the figures of October 2026 are ready: on Monday 2 November. */
export const READY = Date.parse('2026-11-02T00:00-05:00');
export const IN_OCTOBER = Date.parse('2026-10-28T12:00-04:00');
/** November is ready on Tuesday 1 December. */
export const IN_NOVEMBER = Date.parse('2026-11-18T12:00-05:00');

/** A plan as it is to be saved, with nothing to send. */
export function savedAs(state: ActionPlan): RecordChange<ActionPlan> {
  const nextDueAt = remindAt(state);
  return { id: state.id, state, notifications: [], ...(nextDueAt === undefined ? {} : { nextDueAt }) };
}

export function planStage(now: number): PlanStage {
  const cases = new MemoryCases();
  const plans = memoryPlans();
  const logged: string[] = [];
  const line = (_fields: object, message: string): void => void logged.push(message);
  const log = { debug: line, info: line, warn: line, error: line };
  const context = () => aWorld(self.now);
  const wall = { now: () => self.now };
  const sweeping = {
    quarantine: quarantineOn(memoryStore(QUARANTINE), wall),
    outbox: outboxOf(memoryStore(OUTBOX), wall),
    ...{ log, wall, context },
  };
  const metrics = metricsOf({
    cases: new MemoryCounting(cases),
    facts: memoryStore(METRIC_FACT),
    rollups: memoryStore(ROLLUP),
    basis: memoryStore(BASIS),
    context,
    wall: { now: () => 0 },
    log,
  });
  let filed = 0;
  const self: PlanStage = {
    parts: {
      plans,
      rounds: memoryStore(PLAN_ROUND),
      metrics,
      cases,
      context,
      log,
      changed: () => void (self.changes += 1),
    },
    logged,
    now,
    changes: 0,
    close: async (count, days, at, msc = 'aviation') => {
      const group = msc === 'aviation' ? 'av2' : 'di2';
      for (let nth = 0; nth < count; nth += 1) {
        filed += 1;
        const number = `CS${String(filed).padStart(7, '0')}`;
        const first = { ...opened(group, { details: details({ msc, pr: String(7_000_000_000 + filed) }) }) };
        const subject = aCase(
          { ...first, at: at - days * DAY, cause: `open-${number}` },
          { kind: 'interim-sent', text: 'It is worked.', at: at - days * DAY + 1_000 },
          { kind: 'closed', text: 'Shipped.', at },
        );
        await cases.insert({ id: number, state: { ...subject, number }, notifications: [] });
      }
    },
    told: async () => {
      const ids = Array.from({ length: 40 }, (_, index) => `AP${String(index + 1).padStart(7, '0')}`);
      const all = await Promise.all(ids.map((id) => plans.get(id)));
      return all.flatMap((saved) => {
        if (saved === undefined) return [];
        const { id, scope, measure, entries } = saved.state;
        const whose = scope.kind === 'enterprise' ? scope.kind : scope.key;
        return [`${id} ${whose} ${measure}: ${entries.map(({ kind }) => kind).join(', ')}`];
      });
    },
    kinds: async () => (await self.told()).map((line) => line.split(': ')[1] ?? ''),
    write: async (id) => {
      const saved = await plans.get(id);
      if (saved === undefined) throw new Error(`${id} is not kept`);
      await plans.save(saved.version, savedAs(written(saved.state)));
    },
    sweep: (records = plans) =>
      sweepOnce({ ...sweeping, kinds: kindsOf([{ type: planType, records, delivery: planDelivery }]) }),
  };
  return self;
}
