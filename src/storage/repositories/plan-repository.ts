import { z } from 'zod/v4';
import type { PlanNotice } from '../../domain/plans/plan-notice';
import type { Scope } from '../../domain/metrics/summary';
import { remindAt } from '../../domain/plans/by-when';
import { isAskedFor, isOpen, planKey, planScopeKey } from '../../domain/plans/plan';
import type { ActionPlan, PlanChange } from '../../domain/plans/plan';
import type { PendingPlan, PlanRepository, SavedPlan } from '../../ports/plans';
import type { RecordKind, Store, Stored, Where } from '../store';
import type { Counters } from './counters';
import { ENTRY_SHAPE, NOTICE_SHAPE } from './shapes';
import { clearPending, saveWithNotices, withPending } from './pending-notices';

/** A plan as it is kept, with what its last changes still have to send. */
interface PlanRecord {
  readonly plan: ActionPlan;
  readonly pending: readonly PlanNotice[];
}

const askKey = (plan: ActionPlan): string => `${planKey(plan)} ${plan.missed.month}`;

/** `openFor` and `openScope` are there while the plan is open, `asked` where Casekeeper asked for it. */
export const PLAN: RecordKind<PlanRecord> = {
  name: 'plan',
  fields: {
    isOpen: 'boolean',
    openFor: 'string',
    openScope: 'string',
    asked: 'string',
    remindAt: 'number',
    hasPending: 'boolean',
  },
  indexes: [
    { name: 'plan_open', fields: ['isOpen'] },
    { name: 'plan_open_for', fields: ['openFor'], unique: true },
    { name: 'plan_open_scope', fields: ['openScope'] },
    { name: 'plan_asked', fields: ['asked'], unique: true },
    { name: 'plan_remind', fields: ['isOpen', 'remindAt'] },
    { name: 'plan_pending', fields: ['hasPending'] },
  ],
  indexed: ({ plan, pending }) => {
    const open = isOpen(plan);
    return {
      isOpen: open,
      openFor: open ? planKey(plan) : undefined,
      openScope: open ? planScopeKey(plan.scope) : undefined,
      asked: isAskedFor(plan) ? askKey(plan) : undefined,
      remindAt: remindAt(plan),
      hasPending: pending.length > 0 ? true : undefined,
    };
  },
  shape: z.looseObject({
    plan: z.looseObject({
      id: z.string(),
      measure: z.string(),
      scope: z.looseObject({ kind: z.string() }),
      missed: z.looseObject({
        month: z.string(),
        count: z.number(),
        met: z.number(),
        goal: z.string(),
        goalPercent: z.number(),
        worst: z.array(z.string()),
      }),
      entries: z.array(ENTRY_SHAPE).min(1),
    }),
    pending: z.array(NOTICE_SHAPE),
  }),
};

const TRIES = 20;
/** More than there are measures. */
const OF_A_SCOPE = 100;

const savedOf = ({ value, version }: Stored<PlanRecord>): SavedPlan => ({ plan: value.plan, version });

/** Action plans on a store: a plan and the notices of a change are one write. */
export class StoredPlans implements PlanRepository {
  constructor(
    private readonly store: Store<PlanRecord>,
    private readonly counters: Counters,
  ) {}

  async nextId(): Promise<string> {
    return `AP${String(await this.counters.next('plan')).padStart(7, '0')}`;
  }

  async get(id: string): Promise<SavedPlan | undefined> {
    const stored = await this.store.get(id);
    return stored && savedOf(stored);
  }

  async insert({ plan, notices }: PlanChange): ReturnType<PlanRepository['insert']> {
    for (let tried = 0; tried < TRIES; tried++) {
      const written = await this.store.insert(plan.id, { plan, pending: notices });
      if (written.ok) return { kind: 'saved', plan };
      const standing =
        (await this.#one({ openFor: planKey(plan) })) ??
        (isAskedFor(plan) ? await this.#one({ asked: askKey(plan) }) : undefined);
      if (standing !== undefined) return { kind: 'standing', plan: standing };
      // The one that held it was closed a moment ago.
    }
    throw new Error(`The action plan ${plan.id} could not be kept in ${TRIES} tries`);
  }

  save(expectedVersion: number, { plan, notices }: PlanChange): Promise<boolean> {
    return saveWithNotices(this.store, plan.id, expectedVersion, { plan }, notices);
  }

  async openFor(scope: Scope): Promise<readonly ActionPlan[]> {
    const where = { openScope: planScopeKey(scope) };
    return (await this.store.find({ where, limit: OF_A_SCOPE })).map(({ value }) => value.plan);
  }

  async open(limit: number, after?: string): Promise<readonly SavedPlan[]> {
    const query = { where: { isOpen: true }, limit };
    const page = after === undefined ? query : { ...query, after: { id: after, value: after } };
    return (await this.store.find(page)).map(savedOf);
  }

  async toRemind(now: number, limit: number): Promise<readonly SavedPlan[]> {
    const where = { isOpen: true, remindAt: { upTo: now } };
    return (await this.store.find({ where, sort: { field: 'remindAt' }, limit })).map(savedOf);
  }

  async withPendingNotices(limit: number): Promise<readonly PendingPlan[]> {
    const found = await withPending(this.store, limit);
    return found.map(({ plan, pending }) => ({ plan, notices: pending }));
  }

  clearPending(id: string, noticeIds: readonly string[]): Promise<void> {
    return clearPending(this.store, id, noticeIds);
  }

  async #one(where: Where): Promise<ActionPlan | undefined> {
    const [found] = await this.store.find({ where, limit: 1 });
    return found?.value.plan;
  }
}
