import type { Degree } from '../../../src/domain/cases/satisfaction/degree';
import { metricFactsOf } from '../../../src/domain/metrics/metric-fact';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import { talliesOf } from '../../../src/domain/metrics/tally';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { aCase } from '../../support/cases';
import type { Happened } from '../../support/cases';
import { aWorld, DAY, START } from '../../support/site';

const closed = (day: number): readonly Happened[] => [
  { kind: 'resolved', notes: 'x', at: START + day * DAY },
  { kind: 'closed', text: 'x', at: START + day * DAY, by: 'av2-agent' },
];
const answered = (degree: Degree, day: number): Happened => {
  return { kind: 'satisfaction-answered', degree, supervisors: [], at: START + day * DAY, by: 'customer' };
};
const CONTEXT = aWorld(START + 60 * DAY);
const facts = (...happened: readonly Happened[]) =>
  metricFactsOf(aCase(...happened), CONTEXT).filter(({ list }) => list === 'satisfaction');

it('A survey answer counts on the day of the closure it is about, however late it comes (ME-3)', () => {
  expect(facts(...closed(1), answered('4', 35))).toEqual([
    {
      number: 'CS0000001',
      list: 'satisfaction',
      key: 'satisfaction',
      day: '2026-11-03',
      group: 'av2',
      msc: 'aviation',
      person: 'av2-agent',
      met: true,
      worse: 1,
    },
  ]);
  expect(facts(...closed(1))).toEqual([]);
});

it('A survey answer stays with its closure when the case is reopened, reassigned, and closed again (ME-3)', () => {
  const story = [...closed(1), answered('2', 2)];
  const on: readonly Happened[] = [
    { kind: 'reopened', why: 'x', at: START + 3 * DAY },
    { kind: 'reassigned', group: 'av2b', level: 2, to: 'av2b-agent', why: 'x', at: START + 3 * DAY },
    ...closed(4),
  ];
  const first = facts(...story);
  expect(first).toMatchObject([{ group: 'av2', met: false, worse: 3 }]);
  expect(facts(...story, ...on.slice(0, 2))).toEqual(first);
  expect(facts(...story, ...on)).toEqual(first);
});

it('The satisfaction goal of 85% counts only satisfied and extremely satisfied among the answers given (ME-3)', () => {
  const degrees: readonly Degree[] = ['5', '4', '4', '3', '1'];
  const all = degrees.flatMap((degree) => facts(...closed(1), answered(degree, 2)));
  const csat = (of: typeof all) =>
    measuresOf(talliesOf(of), {}, DEFAULT_POLICY.goals).find(({ key }) => key === 'satisfaction');
  expect(csat(all)).toMatchObject({
    rule: 'ME-3',
    goal: '85% satisfied or extremely satisfied',
    unit: 'answers',
    count: 5,
    met: 3,
    percent: 60,
    reached: false,
  });
  expect(csat([])).toMatchObject({ state: 'nothing-to-count', count: 0 });
  expect(csat([])).not.toHaveProperty('percent');
});

it('The satisfaction metric shows how many customers answered with each degree, best first (ME-3)', () => {
  const degrees: readonly Degree[] = ['5', '4', '4', '3', '1'];
  const tallies = talliesOf(degrees.flatMap((degree) => facts(...closed(1), answered(degree, 2))));
  const csat = (of: typeof tallies) =>
    measuresOf(of, {}, DEFAULT_POLICY.goals).find(({ key }) => key === 'satisfaction');
  expect(csat(tallies)).toMatchObject({
    byDegree: [
      { degree: '5', count: 1 },
      { degree: '4', count: 2 },
      { degree: '3', count: 1 },
      { degree: '2', count: 0 },
      { degree: '1', count: 1 },
    ],
  });
  // Sums from before degrees were counted: nothing is said that is not known.
  const older = { satisfaction: { count: 5, met: 3, sumMs: 0, bins: [] } };
  expect(csat(older)).not.toHaveProperty('byDegree');
});
