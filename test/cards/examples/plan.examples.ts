import type { ActionPlan, MissedGoal, PlanEntry } from '../../../src/domain/plans/plan';
import { planType } from '../../../src/domain/plans/plan-type';
import type { Example } from '../../../src/cards/shared/presented';
import { IDS, worldAt } from './example-context';

const MISSED: MissedGoal = {
  month: '2026-10',
  count: 131,
  met: 92,
  goal: '85% in 16 business days or less',
  goalPercent: 85,
  worst: ['CS0000012', 'CS0000031', 'CS0000007', 'CS0000044'],
};
const at = (iso: string): number => Date.parse(iso);
const own = (when: string) => ({ at: at(when), by: 'casekeeper', cause: when });
const act = (when: string) => ({ at: at(when), by: IDS.supervisor2, cause: when });

export const ASKED: PlanEntry = { kind: 'asked', ...own('2026-11-02T00:00:01-05:00') };
export const PLANNED = {
  kind: 'planned',
  what: 'Two more agents take the backorder queue each morning.\nSupplier Operations sends the dates of late awards every Monday.',
  who: 'Robin Hayes, with Supplier Operations',
  byWhen: '2026-11-30',
  ...act('2026-11-03T09:20:00-05:00'),
} as const satisfies PlanEntry;
const REVISED: PlanEntry = {
  ...PLANNED,
  what: 'As before, and each case older than 10 business days is looked at every day.',
  byWhen: '2026-12-18',
  ...act('2026-11-24T10:05:00-05:00'),
};

/** The plan of Aviation's Case Resolution Time with these entries. */
export const aviationPlan = (...entries: readonly PlanEntry[]): ActionPlan =>
  planType.evolve('AP0000003', [
    {
      kind: 'opened',
      measure: 'level-2-and-3-crt',
      scope: { kind: 'msc', key: 'aviation', name: 'Aviation' },
      missed: MISSED,
      ...own('2026-11-02T00:00:01-05:00'),
    },
    ...entries,
  ]);

const MISSED_AGAIN: PlanEntry = {
  kind: 'missed-again',
  figure: { ...MISSED, month: '2026-11', count: 118, met: 97 },
  ...own('2026-12-01T00:00:01-05:00'),
};
export const MET: PlanEntry = {
  kind: 'met',
  figure: { ...MISSED, month: '2026-11', count: 118, met: 104 },
  ...own('2026-12-01T00:00:01-05:00'),
};
const LONG = 'We call each supplier whose award is late, and write down what they answer. '.repeat(26);
const HOSTILE = '**b** <at>x</at> [a](javascript:alert(1)) {{DATE(2026-11-30)}}';

/** An action plan as its owner and as everyone else sees it, through its life. */
export const planExamples: readonly Example<'plan'>[] = [
  {
    name: 'asked',
    context: worldAt('2026-11-02T08:00:00-05:00'),
    value: { card: 'plan', plan: aviationPlan(ASKED), may: true, told: 'asked' },
  },
  {
    name: 'overdue',
    context: worldAt('2026-12-01T08:00:00-05:00'),
    value: {
      card: 'plan',
      plan: aviationPlan(ASKED, PLANNED, {
        kind: 'overdue',
        byWhen: '2026-11-30',
        ...own('2026-12-01T00:00:02-05:00'),
      }),
      may: true,
      told: 'overdue',
    },
  },
  {
    name: 'missed-again',
    context: worldAt('2026-12-01T08:00:00-05:00'),
    value: { card: 'plan', plan: aviationPlan(ASKED, PLANNED, REVISED, MISSED_AGAIN), may: true },
  },
  {
    name: 'met',
    context: worldAt('2026-12-01T08:00:00-05:00'),
    value: { card: 'plan', plan: aviationPlan(ASKED, PLANNED, MET), may: true, told: 'met' },
  },
  {
    name: 'history',
    context: worldAt(),
    value: { card: 'plan', plan: aviationPlan(ASKED, PLANNED, REVISED), may: false, page: 1 },
  },
  {
    name: 'withdrawn',
    context: worldAt(),
    value: {
      card: 'plan',
      plan: {
        ...aviationPlan(ASKED, {
          kind: 'withdrawn',
          why: 'October lacked two weeks of cases.',
          ...act('2026-11-24T11:00:00-05:00'),
        }),
        measure: 'satisfaction',
        scope: { kind: 'enterprise', name: 'Enterprise' },
        missed: {
          ...MISSED,
          count: 1,
          met: 0,
          goal: '85% satisfied or extremely satisfied',
          unit: 'answers',
          worst: [],
        },
      },
      may: true,
      page: 1,
    },
  },
  {
    name: 'long',
    context: worldAt('2027-02-01T08:00:00-05:00'),
    value: {
      card: 'plan',
      plan: aviationPlan(
        ASKED,
        ...Array.from({ length: 11 }, (): PlanEntry => ({ ...PLANNED, what: LONG, who: HOSTILE })),
        { ...PLANNED, what: HOSTILE, who: HOSTILE },
      ),
      may: true,
      page: 1,
    },
  },
];
