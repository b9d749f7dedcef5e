import { ENTERPRISE } from '../../src/domain/metrics/question-key';
import type { SharedScope } from '../../src/domain/metrics/summary';
import type { ActionPlan, PlanEntry } from '../../src/domain/plans/plan';
import { planType } from '../../src/domain/plans/plan-type';
import { plansOf } from '../../src/reports/plans-of';
import { aWorld } from '../support/site';

const act = { at: 1, by: 'ann', cause: 'c' } as const;
const missed = { month: '2026-09', count: 10, met: 7, goal: '100% in time', goalPercent: 100, worst: [] };
const aPlan = (id: string, scope: SharedScope, ...entries: readonly PlanEntry[]): ActionPlan =>
  planType.evolve(id, [
    { kind: 'opened', measure: 'level-3-assignment', scope, missed, ...act },
    { kind: 'asked', ...act },
    ...entries,
  ]);
const planned = (byWhen: string): PlanEntry => ({
  kind: 'planned',
  what: 'Two more agents',
  who: 'Ann',
  byWhen,
  ...act,
});

const AVIATION = { kind: 'msc', key: 'aviation', name: 'Aviation' } as const;
const AV3 = { kind: 'group', key: 'av3', name: 'aviation av3' } as const;
const DI3 = { kind: 'group', key: 'di3', name: 'distribution di3' } as const;
// 2 November 2026, 09:00 in New York.
const OPEN = [
  aPlan('AP1', ENTERPRISE),
  aPlan('AP2', AVIATION, planned('2026-11-02')),
  aPlan('AP3', AV3, planned('2026-11-01')),
  aPlan('AP4', DI3),
];
const of = async (scope: SharedScope) => {
  const open = () => Promise.resolve(OPEN.map((plan) => ({ id: plan.id, state: plan, version: 1 })));
  return plansOf({ plans: { open } }, scope, aWorld());
};

it.each<[string, SharedScope, readonly string[]]>([
  ['the enterprise', ENTERPRISE, ['AP1', 'AP2', 'AP3', 'AP4']],
  ['an MSC', AVIATION, ['AP2', 'AP3']],
  ['a group', AV3, ['AP3']],
])('The report of %s has its own open plans and those within it (ME-8)', async (_what, scope, ids) => {
  expect((await of(scope)).map(({ id }) => id)).toEqual(ids);
});

it('The plans in a report say what, by when, for which measure, and if they are overdue, but not who (ME-8, BT-6)', async () => {
  expect(await of(AVIATION)).toEqual([
    {
      id: 'AP2',
      measure: 'Level 3 assignment',
      planned: { what: 'Two more agents', byWhen: '2026-11-02' },
      overdue: false,
    },
    {
      id: 'AP3',
      measure: 'Level 3 assignment of aviation av3',
      planned: { what: 'Two more agents', byWhen: '2026-11-01' },
      overdue: true,
    },
  ]);
  expect((await of(DI3))[0]).toEqual({ id: 'AP4', measure: 'Level 3 assignment', overdue: false });
});
