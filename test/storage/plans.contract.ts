import { remindOfPlan, reviewPlan } from '../../src/domain/plans/follow-plan';
import type { ActionPlan } from '../../src/domain/plans/plan';
import type { PlanRepository } from '../../src/ports/plans';
import { openRepositories } from '../../src/storage/open-repositories';
import { aDirectory, START } from '../support/site';
import { aFigure, asked, ENTERPRISE_SCOPE, written } from '../support/plans';
import type { RepositoriesBench } from './repositories-under-test';

type Change = NonNullable<Parameters<typeof asked>[0]>;
const plainly = (plan: ActionPlan) => ({ plan, notices: [] });
const idsOf = (plans: readonly { readonly plan: ActionPlan }[]) => plans.map(({ plan }) => plan.id);

async function ask(plans: PlanRepository, change: Change = {}) {
  return plans.insert(asked({ id: await plans.nextId(), ...change }));
}
async function savedOf(plans: PlanRepository, id: string) {
  const saved = await plans.get(id);
  if (saved === undefined) throw new Error(`${id} is not kept`);
  return saved;
}
async function closed(plans: PlanRepository, id: string): Promise<void> {
  const { state: plan, version } = await savedOf(plans, id);
  const change = reviewPlan(plan, aFigure('2027-01', { met: 100 }), START, aDirectory());
  if (change === undefined || !(await plans.save(version, change))) throw new Error(`${id} was not closed`);
}

/** What the record of action plans keeps on every engine. */
export function plansContract(bench: RepositoriesBench): void {
  it('numbers plans AP0000001 and on, and has one open for a measure and scope, whoever is first (ME-8)', async () => {
    const { plans } = bench.repositories;
    const other = (await openRepositories(bench.engine)).plans;
    const both = await Promise.all([ask(plans), ask(other)]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['saved', 'standing']);
    expect(both[0].plan).toEqual(both[1].plan);
    expect(both[0].plan.id).toMatch(/^AP000000[12]$/u);
    // Another measure, and another scope, have plans of their own.
    expect((await ask(plans, { measure: 'satisfaction' })).kind).toBe('saved');
    expect((await ask(plans, { scope: ENTERPRISE_SCOPE })).kind).toBe('saved');
    await bench.reopen();
    const kept = bench.repositories.plans;
    const aviation = await kept.openFor({ kind: 'msc', key: 'aviation', name: 'whatever it is called now' });
    expect(aviation.map(({ measure }) => measure).sort()).toEqual(['level-2-and-3-crt', 'satisfaction']);
    expect(await kept.openFor({ kind: 'person', key: 'aviation', name: 'a person' })).toEqual([]);
    expect(await kept.get('AP9999999')).toBeUndefined();
  });

  it('is asked for once a month even after it was closed; in the next month anew (ME-8)', async () => {
    const { plans } = bench.repositories;
    const measure = 'interim-response';
    const { plan } = await ask(plans, { measure });
    await closed(plans, plan.id);
    const again = await ask(plans, { measure });
    expect(again).toEqual({ kind: 'standing', plan: (await savedOf(plans, plan.id)).state });
    const missed = { ...aFigure('2026-11'), worst: [] };
    expect((await ask(plans, { measure, missed })).kind).toBe('saved');
  });

  it('of a group is the same however its key is written (ME-8)', async () => {
    const { plans } = bench.repositories;
    const of = (key: string) => ({ kind: 'group', key, name: key }) as const;
    await ask(plans, { scope: of('AV2') });
    expect((await ask(plans, { scope: of('av2') })).kind).toBe('standing');
    expect(await plans.openFor(of('av2'))).toHaveLength(1);
  });

  it('lets one of two changes of a version through, and keeps notices until they are taken off (ME-8)', async () => {
    const { plans } = bench.repositories;
    const { plan } = await ask(plans, { measure: 'level-3-assignment' });
    const { version } = await savedOf(plans, plan.id);
    const texts = ['one', 'two'].map((what) => plainly(written(plan, { what })));
    const saves = await Promise.all(texts.map((change) => plans.save(version, change)));
    expect([...saves].sort()).toEqual([false, true]);
    await closed(plans, plan.id);
    const pendingOf = async () =>
      (await plans.withPendingNotices(100)).find((one) => one.plan.id === plan.id)?.notices ?? [];
    const pending = await pendingOf();
    expect(pending.map(({ subject }) => subject)).toEqual(['asked', 'met']);
    await plans.clearPending(plan.id, [pending[0]?.id ?? '']);
    expect(await pendingOf()).toEqual(pending.slice(1));
    await plans.clearPending(plan.id, [pending[1]?.id ?? '']);
    expect(await pendingOf()).toEqual([]);
  });

  it('pages the open ones by number, and finds those whose date has passed, once a revision (ME-8)', async () => {
    const { plans } = bench.repositories;
    const { plan } = await ask(plans, { measure: 'level-3-recurring-update' });
    const { version } = await savedOf(plans, plan.id);
    await plans.save(version, plainly(written(plan)));
    const midnight = Date.parse('2026-11-21T00:00-05:00');
    expect(idsOf(await plans.toRemind(midnight - 1, 10))).toEqual([]);
    const [due] = await plans.toRemind(midnight, 10);
    expect(due?.plan.id).toBe(plan.id);
    const told = due && remindOfPlan(due.plan, midnight, aDirectory());
    if (due === undefined || told === undefined) throw new Error('nothing to remind of');
    expect(await plans.save(due.version, told)).toBe(true);
    expect(idsOf(await plans.toRemind(midnight * 2, 10))).toEqual([]);

    const all = idsOf(await plans.open(1_000));
    expect(all).toContain(plan.id);
    expect(all).toEqual([...all].sort());
    const [first = ''] = idsOf(await plans.open(1));
    expect([first, ...idsOf(await plans.open(1_000, first))]).toEqual(all);
    await closed(plans, plan.id);
    expect(idsOf(await plans.open(1_000))).toEqual(all.filter((id) => id !== plan.id));
  });
}
