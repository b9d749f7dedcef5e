import { metricsOf } from '../../src/metrics/metrics';
import { BASIS } from '../../src/metrics/basis';
import { MARK } from '../../src/metrics/mark-record';
import { ROLLUP } from '../../src/metrics/rollup-record';
import type { PlanParts } from '../../src/plans/plan-parts';
import { PLAN_ROUND } from '../../src/plans/round-record';
import { COUNTER, Counters } from '../../src/storage/repositories/counters';
import { PLAN, StoredPlans } from '../../src/storage/repositories/plan-repository';
import { aCase, details, opened } from '../support/cases';
import { MemoryCases } from '../support/memory-cases';
import { MemoryCounting } from '../support/memory-counting';
import { memoryStore } from '../support/memory-store';
import { written } from '../support/plans';
import { aWorld, DAY } from '../support/site';

/** Real plans, figures and rounds on stores in memory; time is moved by hand. */
export interface PlanStage {
  readonly parts: PlanParts & { readonly plans: StoredPlans };
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
}

/** When the figures of October 2026 are ready: on Monday 2 November. */
export const READY = Date.parse('2026-11-02T00:00-05:00');
export const IN_OCTOBER = Date.parse('2026-10-28T12:00-04:00');

export function planStage(now: number): PlanStage {
  const cases = new MemoryCases();
  const plans = new StoredPlans(memoryStore(PLAN), new Counters(memoryStore(COUNTER)));
  const logged: string[] = [];
  const line = (_fields: object, message: string): void => void logged.push(message);
  const log = { debug: line, info: line, warn: line, error: line };
  const world = () => aWorld(self.now);
  const metrics = metricsOf({
    cases: new MemoryCounting(cases),
    marks: memoryStore(MARK),
    rollups: memoryStore(ROLLUP),
    basis: memoryStore(BASIS),
    world,
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
      world,
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
        await cases.insert({ case: { ...subject, number }, notices: [] });
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
      await plans.save(saved.version, { plan: written(saved.state), notices: [] });
    },
  };
  return self;
}
