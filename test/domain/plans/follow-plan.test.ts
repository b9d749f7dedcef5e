import { isOverdue, remindAt } from '../../../src/domain/plans/by-when';
import { closePlan } from '../../../src/domain/plans/decide-plan';
import { remindOfPlan, reviewPlan } from '../../../src/domain/plans/follow-plan';
import { casesMissed, monthFigureOf } from '../../../src/domain/plans/month-figure';
import { latestFigure, stateOf } from '../../../src/domain/plans/plan';
import type { ActionPlan } from '../../../src/domain/plans/plan';
import { worstPlansFirst } from '../../../src/domain/plans/plan-order';
import { metricFactsOfCaseFact } from '../../../src/domain/metrics/metric-fact';
import { measuresOf } from '../../../src/domain/metrics/scorecard';
import type { Scored } from '../../../src/domain/metrics/scorecard';
import { talliesOf } from '../../../src/domain/metrics/tally';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import { aDirectory, aWorld, DAY, person } from '../../support/site';
import { aFigure, asked, changedBy, valueOf, written } from '../../support/plans';
import { closure, outcome } from '../../support/facts';

const directory = aDirectory();
const DECEMBER = Date.parse('2026-12-01T00:00-05:00');
/** The plan after the round of the month; undefined where that does nothing to it. */
function review(plan: ActionPlan, figure = aFigure('2026-11', { met: 85 })) {
  const events = reviewPlan(plan, figure);
  if (events.length === 0) return undefined;
  return changedBy(plan, events, DECEMBER, 'casekeeper', `figures of ${figure.month}`);
}

describe('A later month', () => {
  it.each([
    ['not written yet', asked().state],
    ['written', written()],
  ])('that meets the goal closes a plan that is %s and notifies its owners (ME-8)', (_what, plan) => {
    const change = review(plan);
    expect(change && stateOf(change.state)).toBe('met');
    expect(change?.state.entries.slice(0, -1)).toEqual(plan.entries);
    expect(change?.state.entries.at(-1)).toEqual({
      kind: 'met',
      figure: aFigure('2026-11', { met: 85 }),
      at: DECEMBER,
      by: 'casekeeper',
      cause: 'figures of 2026-11',
    });
    expect(change?.notifications.map(({ topic, to }) => [topic, to])).toEqual([
      ['met', { kind: 'person', person: 'analyst' }],
    ]);
  });

  it('that misses the goal again by one case is recorded in the plan once, and no one is notified (ME-8)', () => {
    const change = review(written(), aFigure('2026-11', { met: 84 }));
    expect(change?.notifications).toEqual([]);
    expect(change && stateOf(change.state)).toBe('planned');
    expect(change && latestFigure(change.state)).toEqual(aFigure('2026-11', { met: 84 }));
    expect(change && review(change.state, aFigure('2026-11', { met: 84 }))).toBeUndefined();
  });

  it('is never the missed month, an earlier month, or any month once the plan is closed (ME-8)', () => {
    for (const month of ['2026-10', '2026-09'])
      expect(review(written(), aFigure(month, { met: 100 }))).toBeUndefined();
    const closed = closePlan(
      written(),
      { how: 'withdrawn', why: 'The goal was met.' },
      person('analyst'),
      directory,
    );
    expect(review(changedBy(written(), valueOf(closed), DECEMBER - DAY).state)).toBeUndefined();
  });

  it('can be the rest of a month that was still running when the plan was written (ME-8)', () => {
    const early = asked({ missed: { ...aFigure('2026-11', { soFar: true }), worst: [] } }).state;
    expect(review(early)?.state.entries.at(-1)?.kind).toBe('met');
    const whole = asked({ missed: { ...aFigure('2026-11'), worst: [] } }).state;
    expect(review(whole)).toBeUndefined();
  });
});

describe('The date of a plan', () => {
  const MIDNIGHT = Date.parse('2026-11-21T00:00-05:00');

  it('makes it overdue from the midnight after it, in the default time zone (ME-8, BT-6)', () => {
    expect([isOverdue(written(), MIDNIGHT - 1), isOverdue(written(), MIDNIGHT)]).toEqual([false, true]);
    expect(remindAt(written())).toBe(MIDNIGHT);
    expect(remindAt(asked().state)).toBeUndefined();
  });

  it('brings one reminder once it has passed, and another after the next revision (ME-8)', () => {
    expect(remindOfPlan(written(), MIDNIGHT - 1)).toEqual([]);
    const told = changedBy(written(), remindOfPlan(written(), MIDNIGHT), MIDNIGHT);
    expect(told.notifications.map(({ id }) => id)).toEqual(['AP0000001/entry-3/overdue/person:analyst']);
    expect(isOverdue(told.state, MIDNIGHT)).toBe(true);
    expect(remindOfPlan(told.state, MIDNIGHT + 30 * DAY)).toEqual([]);
    const anew = written(told.state, { byWhen: '2026-12-11' }, 'c2');
    expect(isOverdue(anew, MIDNIGHT)).toBe(false);
    expect(remindAt(anew)).toBe(Date.parse('2026-12-12T00:00-05:00'));
  });

  it('no longer matters once the plan is closed (ME-8)', () => {
    const met = review(written());
    expect(met && [isOverdue(met.state, DECEMBER), remindAt(met.state)]).toEqual([false, undefined]);
  });

  it('sorts the plans: overdue, then not yet written, then by date (ME-8)', () => {
    const ofId = (id: string, byWhen?: string) => {
      const { state: plan } = asked({}, id);
      return byWhen === undefined ? plan : written(plan, { byWhen });
    };
    const plans = [
      ofId('AP4', '2026-12-24'),
      ofId('AP2'),
      ofId('AP3', '2026-12-01'),
      ofId('AP1', '2026-11-19'),
    ];
    expect(worstPlansFirst(plans, MIDNIGHT).map(({ id }) => id)).toEqual(['AP1', 'AP2', 'AP3', 'AP4']);
  });
});

describe('The metric that a plan keeps', () => {
  const context = aWorld();
  const scoredOf = (key: string, ...facts: Parameters<typeof metricFactsOfCaseFact>[0][]): Scored => {
    const tallies = talliesOf(facts.flatMap((fact) => metricFactsOfCaseFact(fact, context)));
    return measuresOf(tallies, {}, DEFAULT_POLICY.goals).find((one): one is Scored => one.key === key)!;
  };

  it("has the measure's count, met, and goal, and doesn't exist with nothing to count (ME-6, ME-8)", () => {
    const scored = scoredOf('level-2-and-3-crt', closure(3), closure(17));
    expect(monthFigureOf('2026-11', scored, true)).toEqual({
      month: '2026-11',
      soFar: true,
      count: 2,
      met: 1,
      goal: '85% in 16 business days or less',
      goalPercent: 85,
    });
    expect(monthFigureOf('2026-11', scoredOf('satisfaction'))).toBeUndefined();
    const assigned = monthFigureOf('2026-11', scoredOf('level-2-assignment', outcome()));
    expect(assigned).toMatchObject({ count: 1, unit: 'assignments' });
  });

  it('names each case that missed the goal once, and none that met it (ME-8)', () => {
    const metricFacts = (...facts: Parameters<typeof metricFactsOfCaseFact>[0][]) =>
      facts.flatMap((fact) => metricFactsOfCaseFact(fact, context));
    const { goals } = DEFAULT_POLICY;
    const closed = metricFacts(
      closure(17, { caseNumber: 'CS2' }),
      closure(17, { caseNumber: 'CS2' }),
      closure(16, { caseNumber: 'CS1' }),
    );
    expect(casesMissed(closed, 'level-2-and-3-crt', goals)).toEqual(['CS2']);
    const owed = metricFacts(
      outcome({ caseNumber: 'CS4', met: false, outcome: 'late' }),
      outcome({ caseNumber: 'CS5' }),
    );
    expect(casesMissed(owed, 'level-2-assignment', goals)).toEqual(['CS4']);
  });
});
