import { remindOfPlan, reviewPlan } from '../../../src/domain/plans/follow-plan';
import { revisePlan } from '../../../src/domain/plans/decide-plan';
import type { PlanSubject } from '../../../src/domain/plans/decide-plan';
import type { ActionPlan } from '../../../src/domain/plans/plan';
import type { RecordChange } from '../../../src/domain/kernel/record-type';
import type { Saved } from '../../../src/ports/records';
import { aFigure, asked, changedBy, ENTERPRISE_SCOPE, valueOf, WRITTEN } from '../../support/plans';
import { aDirectory, person, START } from '../../support/site';
import type { RepositoriesBench } from '../repositories-under-test';

const idsOf = (plans: readonly { readonly id: string }[]) => plans.map(({ id }) => id);

/** What the record of action plans keeps on every engine, beside what every kind's does. */
export function plansContract(bench: RepositoriesBench): void {
  const plans = () => bench.repositories.plans;
  const ask = async (change: Partial<PlanSubject> = {}) =>
    plans().insert(asked(change, await plans().nextId()));
  const saved = async (change: RecordChange<ActionPlan>, version: number): Promise<Saved<ActionPlan>> => {
    const outcome = await plans().save(version, change);
    if (outcome.kind !== 'saved') throw new Error(`${change.id} was not saved`);
    return outcome.saved;
  };
  const opened = async (change: Partial<PlanSubject>): Promise<Saved<ActionPlan>> => {
    const outcome = await ask(change);
    if (outcome.kind !== 'saved') throw new Error('not saved');
    return outcome.saved;
  };
  const closed = ({ state, version }: Saved<ActionPlan>): Promise<Saved<ActionPlan>> => {
    const events = reviewPlan(state, aFigure('2027-01', { met: 100 }));
    expect(events).toHaveLength(1);
    return saved(changedBy(state, events, START), version);
  };

  it('keeps one open plan for a measure and scope, and finds it by its scope (ME-8)', async () => {
    await ask();
    expect((await ask()).kind).toBe('exists');
    // Another measure, and another scope, have plans of their own.
    expect((await ask({ measure: 'satisfaction' })).kind).toBe('saved');
    expect((await ask({ scope: ENTERPRISE_SCOPE })).kind).toBe('saved');
    await bench.reopen();
    const called = 'whatever it is called now';
    const aviation = await plans().openFor({ kind: 'msc', key: 'aviation', name: called });
    expect(aviation.map(({ measure }) => measure).sort()).toEqual(['level-2-and-3-crt', 'satisfaction']);
    expect(await plans().openFor({ kind: 'person', key: 'aviation', name: 'a person' })).toEqual([]);
  });

  it('asks for a plan once a month even after it was closed, and again in the next month (ME-8)', async () => {
    const measure = 'interim-response';
    const done = await closed(await opened({ measure }));
    expect(await ask({ measure })).toEqual({ kind: 'exists', index: 'plan_asked', saved: done });
    const missed = { ...aFigure('2026-11'), worst: [] };
    expect((await ask({ measure, missed })).kind).toBe('saved');
  });

  it("treats a group's plans the same in any spelling of its key (ME-8)", async () => {
    const of = (key: string) => ({ kind: 'group', key, name: key }) as const;
    await ask({ scope: of('AV2') });
    expect((await ask({ scope: of('av2') })).kind).toBe('exists');
    expect(await plans().openFor(of('av2'))).toHaveLength(1);
  });

  it('finds a plan when its date has passed, once a revision (ME-8)', async () => {
    const { id, state, version } = await opened({ measure: 'level-3-recurring-update' });
    const midnight = Date.parse('2026-11-21T00:00-05:00');
    const planned = valueOf(revisePlan(state, 0, WRITTEN, person('analyst'), START, aDirectory()));
    const plan = await saved(changedBy(state, planned, START, 'analyst'), version);
    const due = async (now: number) => idsOf(await plans().due(now, 10));
    expect(await due(midnight - 1)).toEqual([]);
    expect(await due(midnight)).toEqual([id]);
    const overdue = remindOfPlan(plan.state, midnight);
    expect(overdue).toHaveLength(1);
    await saved(changedBy(plan.state, overdue, midnight), plan.version);
    expect(await due(midnight * 2)).toEqual([]);
  });

  it('pages through the open plans by number (ME-8)', async () => {
    const measures = ['satisfaction', 'interim-response', 'level-3-assignment'] as const;
    const all = [];
    for (const measure of measures) all.push(await opened({ measure }));
    const ids = idsOf(all);
    expect(idsOf(await plans().open(1_000))).toEqual(ids);
    const [first = ''] = idsOf(await plans().open(1));
    expect([first, ...idsOf(await plans().open(1_000, first))]).toEqual(ids);
    const [, second] = all;
    await closed(second!);
    expect(idsOf(await plans().open(1_000))).toEqual([ids[0], ids[2]]);
  });
}
