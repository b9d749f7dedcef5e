import { BUSINESS_DAY_MS } from '../clocks/calendars';
import type { ClockKind } from '../clocks/clock-key';
import type { Level } from '../people/directory';
import type { Goal, Policy } from '../policy/policy';
import type { ClockFact, ClosureFact, Fact, OpenFact } from './facts-of';
import type { AgeBand, Measure, MetricsSummary, Period, Scope } from './summary';

type Goals = Policy['goals'];

/** Ages in business days; the first bounds are those of the resolution goals (rule ME-5). */
const AGE_BANDS = [
  { name: 'Up to 8 business days', upTo: 8 },
  { name: 'Over 8, up to 16', upTo: 16 },
  { name: 'Over 16, up to 30', upTo: 30 },
  { name: 'Over 30', upTo: Infinity },
] as const;

/** A measure of clocks: which, at which level, and the goal it has. */
interface ClockMeasure {
  readonly key: Measure['key'];
  readonly name: string;
  readonly rule: string;
  readonly clock: ClockKind;
  readonly level?: Level;
  readonly goal: 'level2Assignment' | 'interimResponse' | 'level3Timeliness';
  /** What is counted, where it is not the case: one case may owe many updates. */
  readonly unit: string;
}
const CLOCK_MEASURES: readonly ClockMeasure[] = [
  {
    key: 'level-2-assignment',
    name: 'Level 2 assignment',
    rule: 'AS-2',
    clock: 'assignment',
    level: 2,
    goal: 'level2Assignment',
    unit: 'assignments',
  },
  {
    key: 'interim-response',
    name: 'Level 2 interim response',
    rule: 'CK-1',
    clock: 'interim-response',
    goal: 'interimResponse',
    unit: 'interim responses',
  },
  {
    key: 'level-3-assignment',
    name: 'Level 3 assignment',
    rule: 'AS-2',
    clock: 'assignment',
    level: 3,
    goal: 'level3Timeliness',
    unit: 'assignments',
  },
  {
    key: 'level-3-initial-update',
    name: 'Level 3 initial update',
    rule: 'CK-5',
    clock: 'initial-update',
    goal: 'level3Timeliness',
    unit: 'updates',
  },
  {
    key: 'level-3-recurring-update',
    name: 'Level 3 recurring updates',
    rule: 'CK-6',
    clock: 'recurring-update',
    goal: 'level3Timeliness',
    unit: 'updates',
  },
];

/**
 * The figures of a scope over a period, beside their goals (rules ME-1 to ME-6). Closures and outcomes count where they
 * fell in the period; open cases as they are in the facts. The counts of a union of facts are the sums of the counts.
 */
export function summarise(facts: Iterable<Fact>, scope: Scope, period: Period, goals: Goals): MetricsSummary {
  const closures: ClosureFact[] = [];
  const outcomes: ClockFact[] = [];
  const open: OpenFact[] = [];
  for (const fact of facts) {
    if (!isIn(fact, scope)) continue;
    if (fact.kind === 'open') open.push(fact);
    else if (fact.at < period.from || fact.at >= period.before) continue;
    else if (fact.kind === 'closure') closures.push(fact);
    else outcomes.push(fact);
  }
  return {
    scope,
    period,
    measures: [
      resolution('enterprise-crt', closures, goals.enterpriseCrt),
      resolution(
        'level-2-and-3-crt',
        closures.filter(({ highestLevel }) => highestLevel > 1),
        goals.level2And3Crt,
      ),
      ...CLOCK_MEASURES.map((measure) => timeliness(measure, outcomes, goals)),
    ],
    openByAge: byAge(open),
    openCount: open.length,
  };
}

/** Whether a fact belongs to the scope: a closure to every group that worked the case, an outcome to the one that owed it. */
function isIn(fact: Fact, scope: Scope): boolean {
  if (scope.kind === 'enterprise') return true;
  if (scope.kind === 'msc') return fact.msc === scope.key;
  return fact.kind === 'closure' ? fact.groups.includes(scope.key) : fact.group === scope.key;
}

const RESOLUTION = {
  'enterprise-crt': { name: 'Case Resolution Time, Levels 1 to 3', rule: 'ME-1' },
  'level-2-and-3-crt': { name: 'Case Resolution Time, Levels 2 and 3', rule: 'ME-2' },
} as const;

function resolution(
  key: keyof typeof RESOLUTION,
  closures: readonly ClosureFact[],
  { percent, days }: Goal,
): Measure {
  // Whole milliseconds: "N business days or less" holds at the due instant itself (rule BT-5).
  const met = closures.filter(({ elapsedMs }) => elapsedMs <= days * BUSINESS_DAY_MS).length;
  const goal = `${percent} % in ${days} business days or less`;
  const median = medianOf(closures.map(({ elapsedMs }) => elapsedMs));
  return {
    key,
    ...RESOLUTION[key],
    goal,
    goalPercent: percent,
    ...share(met, closures.length),
    ...(median === undefined ? {} : { medianDays: median / BUSINESS_DAY_MS }),
  };
}

function timeliness(
  { clock, level, goal, ...said }: ClockMeasure,
  outcomes: readonly ClockFact[],
  goals: Goals,
): Measure {
  const counted = outcomes.filter(
    (one) => one.clock === clock && (level === undefined || one.level === level),
  );
  const met = counted.filter((one) => one.met).length;
  const { percent } = goals[goal];
  return { ...said, goal: `${percent} % in time`, goalPercent: percent, ...share(met, counted.length) };
}

/** With nothing to count there is no per cent: neither 0 nor 100 would be true (rule ME-6). */
const share = (met: number, count: number): Pick<Measure, 'count' | 'met' | 'percent'> =>
  count === 0 ? { count, met } : { count, met, percent: (met * 100) / count };

function medianOf(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.floor(sorted.length / 2)];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

function byAge(open: readonly OpenFact[]): readonly AgeBand[] {
  const bandOf = ({ ageMs }: OpenFact): string | undefined =>
    AGE_BANDS.find(({ upTo }) => ageMs <= upTo * BUSINESS_DAY_MS)?.name;
  return AGE_BANDS.map(({ name }) => ({ name, count: open.filter((one) => bandOf(one) === name).length }));
}
