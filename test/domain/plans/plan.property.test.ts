import fc from 'fast-check';
import { remindAt } from '../../../src/domain/plans/by-when';
import { closePlan, revisePlan } from '../../../src/domain/plans/decide-plan';
import { remindOfPlan, reviewPlan } from '../../../src/domain/plans/follow-plan';
import { closingOf, isOpen, revisionOf, stateOf } from '../../../src/domain/plans/plan';
import type { ActionPlan, PlanEvent } from '../../../src/domain/plans/plan';
import type { Result } from '../../../src/domain/kernel/refusal';
import { aDirectory, DAY, person, START } from '../../support/site';
import { aFigure, asked, changedBy, WRITTEN } from '../../support/plans';

const directory = aDirectory();
const people = ['analyst', 'po-agent', 'av2-agent', 'nobody'].map((id) => person(id));
const decided = (result: Result<readonly PlanEvent[]>): readonly PlanEvent[] =>
  result.ok ? result.value : [];

/** One thing that is done to a plan some days on; nothing where nothing comes of it. */
type Deed = (plan: ActionPlan, at: number) => readonly PlanEvent[];

const aPersonOf = fc.constantFrom(...people);
const aDay = fc.integer({ min: 1, max: 28 }).map((day) => `2027-01-${String(day).padStart(2, '0')}`);
const aDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(aPersonOf, aDay, fc.integer({ min: 0, max: 3 }), fc.constantFrom('Call them.', '')).map(
    ([by, byWhen, shown, what]): Deed =>
      (plan, at) =>
        decided(revisePlan(plan, shown, { ...WRITTEN, byWhen, what }, by, at, directory)),
  ),
  fc.tuple(aPersonOf, fc.constantFrom('met', 'withdrawn', '')).map(
    ([by, how]): Deed =>
      (plan) =>
        decided(closePlan(plan, { how, why: 'So.' }, by, directory)),
  ),
  fc
    .tuple(fc.constantFrom('2026-09', '2026-10', '2026-11', '2026-12'), fc.integer({ min: 60, max: 100 }))
    .map(
      ([month, met]): Deed =>
        (plan) =>
          reviewPlan(plan, aFigure(month, { met })),
    ),
  fc.constant<Deed>((plan, at) => remindOfPlan(plan, at)),
);

it('A plan only grows, is closed once and for good, and makes each notification once (ME-8, RE-1)', () => {
  const story = fc.array(fc.tuple(aDeed, fc.integer({ min: 0, max: 20 })), { maxLength: 25 });
  fc.assert(
    fc.property(story, (deeds) => {
      let { state: plan, notifications } = asked();
      let told = notifications.map(({ id }) => id);
      let at = START;
      deeds.forEach(([deed, days], index) => {
        at += days * DAY;
        const events = deed(plan, at);
        if (events.length === 0) return;
        const change = changedBy(plan, events, at, 'someone', `c${index}`);
        expect(isOpen(plan)).toBe(true);
        expect(change.state.entries.slice(0, -1)).toEqual(plan.entries);
        expect(change.state.entries).toHaveLength(plan.entries.length + 1);
        expect({ ...change.state, entries: [], timeline: [] }).toEqual({
          ...plan,
          entries: [],
          timeline: [],
        });
        ({ state: plan, notifications } = change);
        told = [...told, ...notifications.map(({ id }) => id)];
      });
      expect(new Set(told).size).toBe(told.length);
      const kinds = plan.entries.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'met' || kind === 'withdrawn').length).toBe(
        isOpen(plan) ? 0 : 1,
      );
      expect(stateOf(plan)).toBe(closingOf(plan)?.kind ?? (revisionOf(plan) > 0 ? 'planned' : 'asked'));
      // Of each revision at most one reminder.
      expect(kinds.filter((kind) => kind === 'overdue').length).toBeLessThanOrEqual(revisionOf(plan));
      if (!isOpen(plan)) expect(remindAt(plan)).toBeUndefined();
    }),
  );
});
